export { SessionGate } from './session-gate.js';
export { useSession } from './session-context.js';
export { ChangePassword } from './change-password.js';
export { signOut } from './sign-out.js';
