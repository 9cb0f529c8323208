import type { RegistryView } from '@onewindow/contracts';
import type { IdentityType } from '../person-numbers.js';

/** A number sealed for the register's own columns, with its mask; opened only to be entered with an applicant. */
export interface RegisteredNumber {
  readonly plain: string;
  readonly masked: string;
}

/** What the register says of a person or company. */
export interface RegistryRecord extends Omit<RegistryView, 'phoneMasked' | 'representative'> {
  readonly phone: RegisteredNumber | null;
  readonly representative: { readonly name: string; readonly identity: RegisteredNumber | null } | null;
}

/**
 * PORT: the register of persons and companies (人口库、企业登记). The default reads this system's own table; an adapter of a city's
 * data exchange takes its place by being provided under this class.
 */
export abstract class PersonRegistry {
  /**
   * Who is registered under this number, or null. The number has passed its check, or is a credit code that a clerk may override.
   * An adapter that can't answer in time throws; the counter then goes on without it.
   */
  abstract find(identityType: IdentityType, plainNumber: string): Promise<RegistryRecord | null>;
}
