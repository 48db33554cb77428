import { Link } from 'react-router'
import { placePath } from '../../api/names.ts'
import { useStorageFacts } from '../../api/storage-facts.ts'
import { sizeWords } from '../../evidence/size-words.ts'
import { ColumnFrame, FootLinks } from '../../ui/Frame.tsx'
import { Pairs } from '../../ui/Row.tsx'
import { Section } from '../../ui/Section.tsx'
import { Awaited } from '../../ui/states.tsx'
import { TaskBar } from '../../ui/TopBar.tsx'
import { useSignedIn } from '../SignedIn.tsx'
import { StandingNotice } from '../StandingNotice.tsx'
import { KeptPhotosOfRound } from './KeptPhotosOfRound.tsx'
import './storage.css'

/** Files and pictures are not counted like rows. */
const counters: Readonly<Record<string, string>> = { evidence: '件', site_photos: '张' }

/** 这里存了什么: what is kept of the own unit, how much, where, until when. Counts only. */
export const StoragePage = () => {
  const facts = useStorageFacts()
  const { user } = useSignedIn()
  const isOffice = user.role === 'bureau' || user.role === 'city' || user.role === 'admin'
  return (
    <ColumnFrame top={<TaskBar back="/me" backWord="我" title="这里存了什么" />} notice={<StandingNotice brief />}>
      <title>这里存了什么 · 自查通</title>
      <h1 className="unseen">这里存了什么</h1>
      <Awaited query={facts}>
        {({ engine, items, rounds }) => (
          <>
            <Section title="存着的" say="只数本单位和下级单位的。都在局里的服务器上，不在别处。">
              <Pairs
                pairs={items.map((item) => [
                  item.what,
                  `${item.count}${counters[item.kind] ?? '条'}${item.bytes === undefined || item.bytes === 0 ? '' : `，${sizeWords(item.bytes)}`}`,
                ])}
              />
              <p className="small grey after-rule">
                文字在{engine === 'embedded' ? '服务器自带的数据库' : '局里的PostgreSQL数据库'}里，照片和文件在{items.some((item) => item.where === 'object_store') ? '局里的对象存储' : '服务器的文件夹'}里。
              </p>
            </Section>
            <Section title="照片留到什么时候" say="到期以后，局里或本单位可以删除照片，检查时拍的也在内；记录、文件名和PDF、Word不受影响。">
              <ul className="rows">
                {rounds.map((round) => (
                  <KeptPhotosOfRound
                    key={round.round}
                    year={round.year}
                    at={isOffice ? `/rounds/${encodeURIComponent(round.round)}` : placePath({ round: round.round, unit: user.unit })}
                    removes={user.role === 'bureau' || user.role === 'clerk' || user.role === 'secretary'}
                  />
                ))}
              </ul>
            </Section>
            <Section title="不存的">
              <p className="after-rule">党员花名册，身份证号，手机号，定位，通讯录，浏览记录。参加活动只记人数，不记名单。</p>
              <p className="after-rule">
                系统做什么、不做什么，见<Link to="/help">帮助</Link>。
              </p>
            </Section>
          </>
        )}
      </Awaited>
      <FootLinks />
    </ColumnFrame>
  )
}
