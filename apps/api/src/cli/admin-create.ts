import { text } from '@onewindow/contracts';
import pg from 'pg';
import { createAdministrator } from './administrator.js';
import { argumentsOf, refuseArguments } from './arguments.js';
import { runOperation } from './operation.js';

const USAGE = 'npm run admin:create -- --staff-no LJ-00001 --name 张三 [--region 440199] [--region-name 临江区]';
const values = argumentsOf(
  { 'staff-no': { type: 'string' }, name: { type: 'string' }, region: { type: 'string' }, 'region-name': { type: 'string' } },
  USAGE,
);
const staffNo = text(20).safeParse(values['staff-no']);
const name = text(60).safeParse(values.name);
if (!staffNo.success || !name.success) refuseArguments('工号（至多 20 字）、姓名（至多 60 字）都要填。', USAGE);
if (values.region !== undefined && !/^\d{6,12}$/.test(values.region)) refuseArguments('区划代码是 6 至 12 位数字。', USAGE);

/** npm run admin:create: the first administrator of an installation without demonstration data. The password is shown this once. */
runOperation('made', async ({ config, ownerUrl, say }) => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'onewindow-admin' });
  await client.connect();
  try {
    const regionName = values['region-name'] ?? config.regionName;
    const made = await createAdministrator(client, { staffNo: staffNo.data, name: name.data, regionCode: values.region, regionName });
    say(`已建立管理员 ${staffNo.data} ${name.data}（系统管理员、安全管理员），区划 ${made.region.code} ${made.region.name}`);
    process.stdout.write(`初始密码  ${made.password}\n首次登录要改密码；本密码不再显示。\n`);
    return 0;
  } finally {
    await client.end();
  }
});
