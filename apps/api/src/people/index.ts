export { AuditList } from './audit-list.js';
export { normalisedPhone } from './password-check.js';
export { PeopleModule } from './people.module.js';
export { firstPassword, hashPassword } from './passwords.js';
export { DEMONSTRATION_PASSWORD, SignInPage } from './sign-in-page.js';
export { Staff } from './staff.entity.js';
