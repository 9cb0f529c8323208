import { readEnvironment } from '../platform/config/environment.js';
import { keysFileOf } from '../platform/config/keys.js';
import { StartRefused } from '../platform/process/run.js';
import { argumentsOf, refuseArguments } from './arguments.js';
import { rotateInstallation } from './keys/rotate-installation.js';
import { runOperation } from './operation.js';

const USAGE = 'npm run keys:rotate [-- --suite aes|sm]';
const { suite } = argumentsOf({ suite: { type: 'string' } }, USAGE);
if (suite !== undefined && suite !== 'aes' && suite !== 'sm') refuseArguments(`没有 ${suite} 这套算法：aes 或 sm。`, USAGE);

/** npm run keys:rotate: every number of a person under a new key, or under other algorithms. */
runOperation('current', async ({ config, ownerUrl, url, database, say }) => {
  if (database === 'running') throw new StartRefused('一窗正在这个数据文件夹上运行：先停掉它再换密钥。');
  const environment = readEnvironment(process.env);
  const keysFile = keysFileOf(environment, config.dataDir);
  const report = await rotateInstallation({ environment, keysFile, suite, ownerUrl, url, say });
  if (report === null) return 0;
  const { rows, staffToAskAgain } = report;
  say(`换好了：${rows} 行的号码都用新密钥加密，检索也重做了${keysFile === null ? '；旧密钥可以从 ENCRYPTION_KEYS_RETIRED 里去掉' : ''}`);
  if (staffToAskAgain.length > 0) say(`这些人员的证件号没有留存，回避检查要重新导入证件号才有效：${staffToAskAgain.join('、')}`);
  say('请马上做一次备份：旧备份要用旧密钥才打得开');
  return 0;
});
