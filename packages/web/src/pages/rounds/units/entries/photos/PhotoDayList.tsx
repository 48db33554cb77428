import { feedsOf } from '@zicha/core'
import { useMemo, useState } from 'react'
import { useImportRows } from '../../../../../api/imports.ts'
import { newId } from '../../../../../api/names.ts'
import { BottomBar } from '../../../../../ui/BottomBar.tsx'
import { ProblemSummary } from '../../../../../ui/ProblemSummary.tsx'
import { Section } from '../../../../../ui/Section.tsx'
import { unitProfileOf } from '../../unit-profile.ts'
import type { EntryKnown } from '../EntryForm.tsx'
import { importOf, photoDaysOf, photoWords } from './photo-days.ts'
import type { DayEdit, PhotoDay } from './photo-days.ts'
import { PhotoDayRow } from './PhotoDayRow.tsx'
import type { Taken } from './PhotosTaken.tsx'
import { mostPhotos, usePhotos } from './use-photos.ts'

/** Every photo in its day, none left out; one press takes the days that are ticked. */
export const PhotoDayList = (props: {
  readonly known: EntryKnown
  readonly files: readonly File[]
  readonly onTaken: (taken: Taken) => void
  readonly onAgain: () => void
}) => {
  const { known, files } = props
  const { assessment, form } = known
  const { year } = assessment
  const { photos, read, prepared } = usePhotos(files, year)
  const [edits, setEdits] = useState<ReadonlyMap<string, DayEdit>>(new Map())
  const [id, setId] = useState(newId)
  const take = useImportRows(known.place)
  const unit = useMemo(() => unitProfileOf(assessment), [assessment])
  const days = useMemo(() => photoDaysOf(photos, edits, { year, entries: known.past, kinds: known.kinds }), [photos, edits, year, known.past, known.kinds])
  const edit = (key: string, change: DayEdit) => {
    setEdits((before) => new Map(before).set(key, { ...before.get(key), ...change }))
    // Another choice is another import.
    setId(newId())
  }
  const feeds = (day: PhotoDay): readonly string[] => {
    const { counts, suggests } = feedsOf(form, day.countsAs, unit)
    return form.criteria.map((criterion) => criterion.id).filter((one) => counts.includes(one) || suggests.includes(one))
  }
  const waiting = photos.length - prepared
  const chosen = days.filter((day) => day.chosen)
  const submit = () => {
    if (take.isPending || waiting > 0 || chosen.length === 0) return
    const { body, photos: ready } = importOf(days)
    take.mutate({ id, body }, { onSuccess: (made) => props.onTaken({ made, photos: ready }) })
  }
  if (!read) {
    return (
      <p className="field" role="status">
        正在看{Math.min(files.length, mostPhotos)}张照片是哪天拍的
      </p>
    )
  }
  return (
    <>
      <ProblemSummary problem={take.error} />
      <Section
        title="按日期分好的照片"
        aside={
          <button type="button" className="tap end" onClick={props.onAgain}>
            重新选
          </button>
        }
        say={`${photoWords(photos, days)}。日期是照片写的，可以改；确实开过的才导入，没开过，请去掉勾。`}
      >
        {files.length > mostPhotos ? <p className="small miss after-rule">一次最多{mostPhotos}张，后面的{files.length - mostPhotos}张没有读，导入这些后再选。</p> : null}
        <ul className="rows">
          {days.map((day) => (
            <PhotoDayRow key={day.key} day={day} year={year} kinds={known.kinds} feeds={feeds(day)} onChange={(change) => edit(day.key, change)} />
          ))}
        </ul>
      </Section>
      <BottomBar note={waiting > 0 ? `正在缩小照片，还有${waiting}张，好了就能导入` : '导入后可以整次撤销；过去较久的会标“补录”'}>
        <button type="button" className="button primary wide" aria-disabled={chosen.length === 0 || waiting > 0} onClick={submit}>
          {take.isPending ? '正在导入' : `导入${chosen.length}组`}
        </button>
      </BottomBar>
    </>
  )
}
