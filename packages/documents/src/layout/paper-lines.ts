import type { FilledForm } from '@zicha/core'

/**
 * A sheet that is laid out anew says whose it is, of which day, what its sum is and who signs, whether or not the uploaded
 * table had a line for it.
 */
export const withPaperLines = (filled: FilledForm): FilledForm => ({
  ...filled,
  form: {
    ...filled.form,
    unitLine: filled.form.unitLine || '单位：',
    dateLine: filled.form.dateLine || '    年   月   日',
    totalRow: filled.form.totalRow || '总分',
    signatureLine: filled.form.signatureLine || '检查人签字：',
  },
})
