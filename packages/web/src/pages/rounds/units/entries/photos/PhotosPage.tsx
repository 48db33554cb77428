import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { placePath } from '../../../../../api/names.ts'
import { StandingNotice } from '../../../../StandingNotice.tsx'
import { ColumnFrame } from '../../../../../ui/Frame.tsx'
import { Awaited, Empty } from '../../../../../ui/states.tsx'
import { TaskBar } from '../../../../../ui/TopBar.tsx'
import { usePlace } from '../../../../place.ts'
import { useEntryKnown } from '../use-entry-known.ts'
import { handedPhotos } from './handed-photos.ts'
import { PhotoButtons } from './PhotoButtons.tsx'
import { PhotoDayList } from './PhotoDayList.tsx'
import { PhotosTaken } from './PhotosTaken.tsx'
import type { Taken } from './PhotosTaken.tsx'
import '../entry-form.css'
import '../import/import.css'
import '../../../../../ui/list-drop.css'
import './photos.css'

/** 从照片补: a folder of photos becomes records, or joins those of its days, looked at before anything is kept. */
export const PhotosPage = () => {
  const place = usePlace()
  const here = placePath(place)
  const known = useEntryKnown(place)
  const handed = handedPhotos(useLocation().state)
  const [chosen, setChosen] = useState<{ readonly files: readonly File[]; readonly turn: number }>({ files: handed, turn: 0 })
  const [taken, setTaken] = useState<Taken | null>(null)
  const choose = (files: readonly File[]) => {
    setTaken(null)
    setChosen((before) => ({ files, turn: before.turn + 1 }))
  }
  return (
    <ColumnFrame top={<TaskBar back={`${here}/entries`} backWord="记录" title="从照片补" />} notice={<StandingNotice brief />}>
      <title>从照片补 · 自查通</title>
      <h1 className="unseen">从照片补</h1>
      <Awaited query={known}>
        {(data) =>
          taken !== null ? (
            <PhotosTaken place={place} taken={taken} onAgain={() => choose([])} />
          ) : !data.assessment.editable ? (
            <Empty
              title="现在不能导入"
              action={
                <Link className="button" to={here}>
                  返回首页
                </Link>
              }
            >
              自查表已经提交，由局里退回后才能再记、再导入。
            </Empty>
          ) : chosen.files.length === 0 ? (
            <div className="list-drop">
              <p className="title">选照片，一次可以选很多张</p>
              <p className="small grey">
                先按拍摄日期分好组给你看，还不会存。日期只在这台设备上读；位置和机型在上传前就去掉，原照片不会改动。
              </p>
              <div className="photo-buttons">
                <PhotoButtons words={['选照片', '选照片文件夹']} className="button more" onPhotos={choose} />
              </div>
            </div>
          ) : (
            <PhotoDayList key={chosen.turn} known={data} files={chosen.files} onTaken={setTaken} onAgain={() => choose([])} />
          )
        }
      </Awaited>
    </ColumnFrame>
  )
}
