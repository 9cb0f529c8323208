/** A telephone number as it may be written: figures, spaces and dashes, an optional + before them; 5 to 20 characters. */
export const PHONE_NUMBER = /^\+?[0-9][0-9 -]{4,19}$/;

/** What is said of any other. */
export const PHONE_NUMBER_RULE = '电话号码只能有数字、空格和短横，5 至 20 位';
