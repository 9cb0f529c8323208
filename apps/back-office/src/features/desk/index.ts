import './desk.css';
import './review.css';
import './task.css';

export { refreshTasks, taskCountsQuery, TASKS_KEY, taskQuery } from './desk.queries.js';
export { deskSettingsQuery } from './desk-settings.queries.js';
export { PhraseEditor } from './phrases/phrase-editor.js';
export { PhraseKeys } from './phrases/phrase-keys.js';
export { moveCursor } from './queue-cursor.js';
export { silenceWords } from './consult/silence-words.js';
export { SearchField } from './search-field.js';
export { ReviewColumn } from './review-column.js';
export { Story } from './story.js';
export type { TaskOutcome } from './task-commands.js';
export { TaskFrame } from './task-frame.js';
export { TaskHead } from './task-head.js';
export { TaskPane } from './task-pane.js';
