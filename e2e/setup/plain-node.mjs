// Journeys run in plain Node as the integration tests do, and have more time: a browser and a product work for each step.
process.env.ONEWINDOW_TEST_LIMIT_MS ??= '180000';
await import('../../.jest/plain-node.mjs');
