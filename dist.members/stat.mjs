const base='/work/main/dist.members/';
const { startEmbedded } = await import(base+'kernel/database/embedded.js');
const pg=(await import('pg')).default;
const server = await startEmbedded({home:'/tmp/members-home', ephemeral:true});
const c=new pg.Client({connectionString:server.url}); await c.connect();
console.table((await c.query("select relname, seq_scan, seq_tup_read, idx_scan, idx_tup_fetch from pg_stat_user_tables where schemaname='public' order by seq_tup_read desc limit 6")).rows);
console.table((await c.query("select indexrelname, idx_scan, idx_tup_read, idx_tup_fetch from pg_stat_user_indexes where relname in ('members','memberships','organizations','membership_applications') order by idx_tup_read desc limit 12")).rows);
await c.end(); await server.stop();
