import { sayFullDay } from '@zicha/core'
import { useState } from 'react'
import type { Unit } from '../../api/contract.ts'
import { problemSentence, referenceOf } from '../../api/problem.ts'
import { useTakeUnit } from '../../api/units.ts'
import { Question } from '../../ui/Drawer.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { Section } from '../../ui/Section.tsx'
import { dayOf } from '../../ui/day-words.ts'

/** A school that closed or was merged: taken out of use with its reason, and back. Nothing of it goes. */
export const UnitUse = ({ unit, onSaid }: { readonly unit: Unit; readonly onSaid: (said: string) => void }) => {
  const take = useTakeUnit(unit)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { error } = take
  // A table that is not frozen yet is told first; the same press again, with the question seen, takes it out.
  const isAsked = error?.problem.kind === 'refused' && error.problem.code === 'unit.in_rounds'
  const close = (evenInRounds: boolean): void => {
    if (take.isPending) return
    if (reason.trim() === '') return setFault('还没有写为什么停用。写一句，如“并入实验小学”。')
    setFault(null)
    take.mutate(
      { inUse: false, reason: reason.trim(), ...(evenInRounds ? { evenInRounds } : {}) },
      { onSuccess: () => onSaid(`${unit.name}已停用，往年的都还在。`) },
    )
  }
  const said = fault ?? (error === null || isAsked ? null : problemSentence(error))
  return (
    <Section
      title={unit.outOfUse === undefined ? '停用' : '已停用'}
      say={
        unit.outOfUse === undefined
          ? '学校撤销、合并后用。什么都不删，往年照样能看；以后的年度、抽签、分组和导入名单不再列它。人员账号不变，要停的在上面停用。'
          : '以后的年度、抽签、分组和导入名单不列它；往年的表和记录照样能看。人员账号没有变。'
      }
    >
      {said === null ? null : <ErrorSummary faults={[{ field: 'out-of-use', message: said }]} reference={fault !== null || error === null ? undefined : referenceOf(error)} />}
      {unit.outOfUse === undefined ? (
        <div className="unit-form">
          <Field label="为什么停用" id="out-of-use">
            {(ties) => <input {...ties} className="input" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <div className="field">
            <button type="button" className="button" onClick={() => close(false)}>
              {take.isPending ? '正在停用' : '停用这所学校'}
            </button>
          </div>
        </div>
      ) : (
        <div className="unit-form">
          <p className="after-rule">
            {sayFullDay(dayOf(new Date(unit.outOfUse.at)))}停用：{unit.outOfUse.reason}
          </p>
          <div className="field">
            <button
              type="button"
              className="button"
              onClick={() => (take.isPending ? undefined : take.mutate({ inUse: true }, { onSuccess: () => onSaid(`${unit.name}恢复使用了。`) }))}
            >
              {take.isPending ? '正在恢复' : '恢复使用'}
            </button>
          </div>
        </div>
      )}
      {isAsked && !take.isPending ? (
        <Question
          question={`${unit.name}还有没定稿的表，现在停用？`}
          meaning="这一年度照常办完：学校照样能填，局里照样能检查和定稿。不想要它参加，先到年度的名单里去掉。"
          act="现在停用"
          keep="先不停用"
          onAct={() => close(true)}
          onClose={() => take.reset()}
        />
      ) : null}
    </Section>
  )
}
