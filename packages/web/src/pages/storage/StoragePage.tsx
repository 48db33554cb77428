import { Link } from 'react-router'
import { useStorageFacts } from '../../api/storage-facts.ts'
import { sizeWords } from '../../evidence/size-words.ts'
import { dayWords } from '../../ui/day-words.ts'
import { ColumnFrame, FootLinks } from '../../ui/Frame.tsx'
import { Pairs } from '../../ui/Row.tsx'
import { Section } from '../../ui/Section.tsx'
import { Awaited } from '../../ui/states.tsx'
import { TaskBar } from '../../ui/TopBar.tsx'

/** 这里存了什么: what is kept of the own unit, how much, where, until when. Counts only. */
export const StoragePage = () => {
  const facts = useStorageFacts()
  return (
    <ColumnFrame top={<TaskBar back="/me" backWord="我" title="这里存了什么" />}>
      <title>这里存了什么 · 自查通</title>
      <h1 className="unseen">这里存了什么</h1>
      <Awaited query={facts}>
        {({ engine, items, rounds }) => (
          <>
            <Section title="存着的" say="只数本单位和下级单位的。都在局里的服务器上，不在别处。">
              <Pairs
                pairs={items.map((item) => [
                  item.what,
                  `${item.count}${item.kind === 'evidence' ? '件' : '条'}${item.bytes === undefined || item.bytes === 0 ? '' : `，${sizeWords(item.bytes)}`}`,
                ])}
              />
              <p className="small grey after-rule">
                文字在{engine === 'embedded' ? '服务器自带的数据库' : '局里的PostgreSQL数据库'}里，照片和文件在服务器的文件夹里。
              </p>
            </Section>
            <Section title="照片和文件留到">
              <Pairs
                pairs={rounds.map((round) => [
                  `${round.year}年度`,
                  round.keepEvidenceUntil === null
                    ? '局里没有定'
                    : `${round.keepEvidenceUntil.slice(0, 4)}年${dayWords(round.keepEvidenceUntil)}`,
                ])}
              />
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
