/** Begins the ids of the form's inputs. */
export const FORM_ID = 'fo-form';
