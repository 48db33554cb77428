const dayMs = 86_400_000

/** 教师厅〔2025〕2号: a check is announced a month ahead. */
export const noticeDays = 30

/** Days between the opening of a round and its end. */
export const daysOfNotice = (opensOn: string, dueOn: string): number => Math.round((Date.parse(dueOn) - Date.parse(opensOn)) / dayMs)
