import 'reflect-metadata';
const base='/work/main/dist.members/';
const { startEmbedded } = await import(base+'kernel/database/embedded.js');
const { databaseUrls } = await import(base+'kernel/database/connections.js');
const { migrate } = await import(base+'kernel/database/migrator.js');
const { createApp, installedRegistry } = await import(base+'app.js');
const { readConfig } = await import(base+'config.js');
const { seedDemo } = await import(base+'demo/seed.js');
const home='/tmp/members-home';
const server = await startEmbedded({home, ephemeral:true});
const config = readConfig({}, { home, port:0, demo:true, logLevel:'silent' });
const registry = await installedRegistry(config);
const urls = databaseUrls(server.url);
await migrate(registry, urls);
const app = await createApp(config, registry, urls);
if (process.env.PROFILE !== 'no') {
const pg=(await import('pg')).default; const c=new pg.Client({connectionString:server.url}); await c.connect();
const seen=new Map(); const timer=setInterval(async()=>{ const {rows}=await c.query("select left(regexp_replace(query,'\\s+',' ','g'),90) q, state from pg_stat_activity where application_name='lianxin' and state<>'idle'"); for(const r of rows){const k=r.state+' '+r.q; seen.set(k,(seen.get(k)??0)+1);} },100);
const t=performance.now();
await seedDemo(app.kernel,{districts:['310113'],divisor:Number(process.env.DIVISOR??1),progress:(s)=>console.log(((performance.now()-t)/1000).toFixed(1),s, Math.round(process.memoryUsage().rss/1e6)+'MB')});
clearInterval(timer); console.log([...seen].sort((a,b)=>b[1]-a[1]).slice(0,12)); await c.end(); console.log("done",((performance.now()-t)/1000).toFixed(1), Math.round(process.memoryUsage().rss/1e6)+'MB');
}

console.log(server.url);
if (process.env.KEEP) await new Promise(r=>setTimeout(r, 900000));
await app.close(); await server.stop();
