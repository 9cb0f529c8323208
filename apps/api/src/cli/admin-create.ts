import { randomBytes } from 'node:crypto';
import { text } from '@onewindow/contracts';
import pg from 'pg';
import { hashPassword } from '../people/index.js';
import { newId } from '../platform/index.js';
import { argumentsOf, runOperation } from './operation.js';

const USAGE = 'npm run admin:create -- --staff-no LJ-00001 --name 张三 [--region 440199]';
const { values } = argumentsOf(
  { 'staff-no': { type: 'string' }, name: { type: 'string' }, region: { type: 'string', default: '440199' } },
  USAGE,
);

/** npm run admin:create: the first administrator of an installation without demonstration data. The password is shown this once. */
runOperation({ migrate: true }, async ({ ownerUrl, say }) => {
  const staffNo = text(20).safeParse(values['staff-no']);
  const name = text(60).safeParse(values.name);
  const region = /^\d{6,12}$/.exec(values.region);
  if (!staffNo.success || !name.success || !region) {
    process.stderr.write(`✗ 工号、姓名要填，区划是 6 至 12 位数字。\n用法：${USAGE}\n`);
    return 1;
  }
  const password = `${randomBytes(9).toString('base64url')}a1`;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `INSERT INTO staff (id, staff_no, name, password_hash, roles, region_code, must_change_password, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, true, now()) ON CONFLICT (staff_no) DO NOTHING`,
      [newId(), staffNo.data, name.data, await hashPassword(password), ['system_admin', 'security_admin'], region[0]],
    );
    if (rowCount === 0) {
      process.stderr.write(`✗ 工号 ${staffNo.data} 已经有人。换一个工号，或由安全管理员重置密码。\n`);
      return 1;
    }
  } finally {
    await client.end();
  }
  say(`已建立管理员 ${staffNo.data} ${name.data}（系统管理员、安全管理员）`);
  process.stdout.write(`初始密码  ${password}\n首次登录要改密码；本密码不再显示。\n`);
  return 0;
});
