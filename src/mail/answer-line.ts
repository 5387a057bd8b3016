/** What stands on top of a mail that can be answered by mail: all that is quoted below it is ours, and not the answer. */
export const answerLine = 'Please write your answer above this line.'
