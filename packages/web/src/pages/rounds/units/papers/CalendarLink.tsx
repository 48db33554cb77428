import { useState } from 'react'
import { useEndCalendarLink, useMakeCalendarLink } from '../../../../api/calendar-link.ts'
import type { Place } from '../../../../api/names.ts'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useCopied } from '../../../../ui/use-copied.ts'

/** 日历订阅: what is due, in the phone's own calendar. The address is private and shown this once. */
export const CalendarLink = ({ place }: { readonly place: Place }) => {
  const make = useMakeCalendarLink(place)
  const end = useEndCalendarLink(place)
  const [copied, copy] = useCopied()
  const [ended, setEnded] = useState(false)
  const url = ended ? undefined : make.data?.url
  return (
    <Section title="日历订阅" say="把要做的事放进手机自带的日历，到期前看得见。只有事项和日期，没有记录内容。">
      <ProblemSummary problem={make.error ?? end.error} />
      {url === undefined ? null : (
        <div className="after-rule">
          <p className="small" role="status">
            {copied?.done === true ? (
              <span className="done tick">已复制。</span>
            ) : (
              '长按下面的地址复制。'
            )}
            在手机「日历」里选添加订阅，粘贴。地址只显示这一次，别发给别人。
          </p>
          <p className="feed-address">{url}</p>
        </div>
      )}
      <div className="acts after-rule">
        {url === undefined ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              setEnded(false)
              make.mutate(undefined, { onSuccess: (link) => void copy(link.url) })
            }}
          >
            生成订阅地址并复制
          </button>
        ) : (
          <button type="button" className="button" onClick={() => void copy(url)}>
            再复制一次
          </button>
        )}
        <button type="button" className="tap" onClick={() => end.mutate(undefined, { onSuccess: () => setEnded(true) })}>
          停用订阅
        </button>
      </div>
      <p className="small grey" role="status">
        {ended ? '已经停用，以前的地址不再有内容。' : ''}
      </p>
    </Section>
  )
}
