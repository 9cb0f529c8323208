import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Ends before anything was begun: one sentence and how it is called. */
export function refuseArguments(sentence: string, usage: string): never {
  process.stderr.write(`✗ ${sentence}\n用法：${usage}\n`);
  process.exit(1);
}

/**
 * npm keeps options for itself that stand before `--`, and leaves only their values to us. It also completes what begins like one of its own
 * (`--to` becomes `--token-description`): our names begin like none of them.
 */
function eatenByNpm(options: Options): string | undefined {
  return Object.keys(options).find((name) => process.env[`npm_config_${name.replaceAll('-', '_')}`] !== undefined);
}

function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const name = /'(-[^' <]*)/.exec(text)?.[1];
  if (!name) return text;
  return text.startsWith('Unknown option') ? `没有 ${name} 这个参数。` : `参数 ${name} 的写法不对：要值的参数后面写值，不要值的不写。`;
}

/**
 * Reads the command line.
 * @param usage how the operation is called; shown with the one sentence that says what was wrong
 */
export function argumentsOf<T extends Options>(options: T, usage: string) {
  const parsed = read(options, usage);
  const eaten = eatenByNpm(options);
  if (eaten !== undefined || parsed.positionals.length > 0)
    refuseArguments(`不认识 ${eaten ? `--${eaten}` : parsed.positionals.join(' ')}：参数要写在 -- 后面。`, usage);
  return parsed.values;
}

function read<T extends Options>(options: T, usage: string) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return refuseArguments(sentenceOf(error), usage);
  }
}
