// Loaded before a server that one of these scripts started: when the script dies without a word, the server stops as if it had been asked to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The listener alone would keep a server alive that has closed everything else.
process.channel?.unref();
