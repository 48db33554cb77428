import { compileForm } from '@zicha/core'
import type { BureauCalendar, CompiledForm, Form } from '@zicha/core'

const ready = new WeakMap<Form, Map<string, CompiledForm>>()

/** A form made ready for a bureau's semesters, once for each. Forms do not change while the program runs. */
export const readyForm = (form: Form, calendar: BureauCalendar): CompiledForm => {
  const name = `${calendar.springStartsOn} ${calendar.autumnStartsOn}`
  const ofForm = ready.get(form) ?? new Map<string, CompiledForm>()
  const compiled = ofForm.get(name) ?? compileForm(form, calendar)
  ready.set(form, ofForm.set(name, compiled))
  return compiled
}
