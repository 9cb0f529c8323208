// Adds up what Jest wrote. A test that did not run has not passed, and a suite without tests proves nothing: both count as failed.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

import { ROOT } from './workspace.mjs';

const FIRST_LINES = 12;

/**
 * Counts one Jest result file.
 * @returns {{ passed: number, failed: number, reports: string[] }} `reports` has a paragraph for each failure.
 */
export function countJest(name, file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, reports: [`${name}：没有测试结果（Jest 没有跑起来）`] };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const reports = result.testResults.flatMap(reportsOf);
  if (result.numTotalTests === 0 && reports.length === 0) reports.push(`${name}：一个测试也没有`);
  return { passed: result.numPassedTests, failed: reports.length, reports };
}

function reportsOf(suite) {
  const where = relative(ROOT, suite.name);
  const notPassed = suite.assertionResults.filter((test) => test.status !== 'passed');
  if (suite.status === 'failed' && notPassed.length === 0) return [`${where}\n${indent(suite.message)}`];
  return notPassed.map((test) => {
    const why = test.status === 'failed' ? test.failureMessages.join('\n') : `没有运行（${test.status}）`;
    return `${where} › ${test.fullName}\n${indent(why)}`;
  });
}

// Colours of Jest's messages are of no use in a log.
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const indent = (text) =>
  text
    .replace(COLOURS, '')
    .trim()
    .split('\n')
    .slice(0, FIRST_LINES)
    .map((line) => `    ${line}`)
    .join('\n');
