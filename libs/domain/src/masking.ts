/** R10.2: an identity number as screens show it: 440***********0025. Short input is masked whole. */
export function maskIdentityNumber(number: string): string {
  return maskMiddle(number, 3, 4);
}

/**
 * R10.2: is this certainly not the number behind the mask? What the mask leaves in sight is compared; another length says nothing. A company's code
 * is public and stands there whole.
 */
export function contradictsMask(number: string, masked: string): boolean {
  const told = number.toUpperCase();
  return told.length === masked.length && told !== masked && maskIdentityNumber(told) !== masked;
}

/** R10.2: a phone number as screens show it: 138****6021. Short input is masked whole. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone, 3, 4);
}

/** R10.2: a natural person's name: 王**. */
export function maskPersonName(name: string): string {
  const first = Array.from(name.trim())[0];
  return first === undefined ? '' : `${first}**`;
}

/** R10.2: an applicant's name; the names of legal persons are public and stay. */
export function maskApplicantName(kind: 'natural' | 'legal', name: string): string {
  return kind === 'legal' ? name : maskPersonName(name);
}

function maskMiddle(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail);
}
