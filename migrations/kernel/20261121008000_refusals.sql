-- The audit also says what was refused for want of a permission.
alter table audit_records drop constraint audit_records_verb_check;
alter table audit_records add constraint audit_records_verb_check
  check (verb in ('CREATE', 'UPDATE', 'DELETE', 'IMPORT', 'READ', 'REFUSED')) not valid;
alter table audit_records validate constraint audit_records_verb_check;
create index audit_records_of_refusals on audit_records (district_id, id desc) where verb = 'REFUSED';
