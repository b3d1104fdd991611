const base='/work/main/dist.members/';
const { startEmbedded } = await import(base+'kernel/database/embedded.js');
const pg=(await import('pg')).default;
const server = await startEmbedded({home:'/tmp/members-home', ephemeral:true});
const c=new pg.Client({connectionString:server.url}); await c.connect();
const run=async(label,sql)=>{const t=performance.now(); const r=await c.query(sql); console.log(label,(performance.now()-t).toFixed(0)+'ms', r.rowCount); return r;};
await run('count','select count(*) from memberships');
const variants={
 none:'',
 gist3:`alter table b add exclude using gist (district_id with =, member_id with =, daterange(since, until) with &&) where (kind = 'PRIMARY')`,
 gist2:`alter table b add exclude using gist (member_id with =, daterange(since, until) with &&) where (kind = 'PRIMARY')`,
 gist3r:`alter table b add exclude using gist (member_id with =, daterange(since, until) with &&, district_id with =) where (kind = 'PRIMARY')`,
 gistrange:`alter table b add exclude using gist (member_id with =, district_id with =, daterange(since, until) with &&) where (kind = 'PRIMARY')`,
 fk:`alter table b add foreign key (district_id, member_id) references members (district_id, id)`,
 fk2:`alter table b add foreign key (district_id, organization_id) references organizations (district_id, id)`,
};
for (const [k,v] of Object.entries(variants)) { await c.query('drop table if exists b; create table b (like memberships)'); if(v) await c.query(v); await run(k,'insert into b select * from memberships order by id'); }
await c.end(); await server.stop();
