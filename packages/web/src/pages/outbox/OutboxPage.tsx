import { Link } from 'react-router'
import { isUnsent } from '../../outbox/item.ts'
import type { QueuedItem } from '../../outbox/item.ts'
import { changeItems, dropFromOutbox } from '../../outbox/keep-act.ts'
import { wake } from '../../outbox/send-waiting.ts'
import { countWords } from '../../outbox/outbox-notice.ts'
import { again } from '../../outbox/sent-copies.ts'
import { useOutbox, useStorageTrouble } from '../../outbox/use-outbox.ts'
import { BottomBar } from '../../ui/BottomBar.tsx'
import { CopiedText } from '../../ui/Said.tsx'
import { ColumnFrame } from '../../ui/Frame.tsx'
import { NoticeLine } from '../../ui/NoticeLine.tsx'
import { Section } from '../../ui/Section.tsx'
import { Bones, Empty } from '../../ui/states.tsx'
import { useOnline } from '../../ui/use-online.ts'
import { TaskBar } from '../../ui/TopBar.tsx'
import { homeOf } from '../home-of.ts'
import { useSignedIn } from '../SignedIn.tsx'
import { ExportDrawer } from './ExportDrawer.tsx'
import { OthersQueues } from './OthersQueues.tsx'
import { QueuedRow } from './QueuedRow.tsx'
import { inWechat, useExport } from './use-export.ts'
import '../rounds/units/entries/entry-form.css'
import './outbox.css'

/** 待上传: everything that this device has and the server may not, each item to be opened, exported or dropped by itself. */
export const OutboxPage = () => {
  const session = useSignedIn()
  const outbox = useOutbox()
  const trouble = useStorageTrouble()
  const exporting = useExport()
  const online = useOnline()
  const home = homeOf(session)
  const unsent = outbox.items.filter(isUnsent)
  const stuck = unsent.filter(({ state }) => state.kind === 'stuck')
  const waiting = unsent.filter(({ state }) => state.kind === 'waiting')
  const sent = outbox.items.filter(({ state }) => state.kind === 'sent')
  const lacking = sent.filter(({ state }) => state.kind === 'sent' && state.lacking !== undefined)
  const row = (item: QueuedItem) => <QueuedRow key={item.id} item={item} sending={outbox.sending} onExport={() => void exporting.start([item])} />
  return (
    <ColumnFrame
      top={<TaskBar back={home} title="待上传" />}
      notice={online ? null : <NoticeLine>没有网络，联网后自动上传</NoticeLine>}
      bar={
        waiting.length === 0 ? null : (
          <BottomBar note={heldWords(outbox.held)}>
            {outbox.held === 'signed_out' ? (
              <Link className="button primary wide" to="/sign-in?next=%2Foutbox">
                登录后接着传
              </Link>
            ) : (
              <button type="button" className="button primary wide" onClick={() => void wake()}>
                {outbox.sending === null ? '立即上传' : '上传中'}
              </button>
            )}
          </BottomBar>
        )
      }
    >
      <title>待上传 · 自查通</title>
      <h1 className="unseen">待上传</h1>
      {outbox.standing === 'opening' || outbox.standing === 'closed' ? (
        <Bones />
      ) : outbox.standing === 'absent' ? (
        <Empty title="这个浏览器不让网页在本机存东西">记下的会直接上传。没有网络时请改用系统浏览器打开。</Empty>
      ) : unsent.length + lacking.length === 0 ? (
        <Empty title="都上传了">没有网络时记下的会先存在这里，联网后自动上传。</Empty>
      ) : (
        <div className="lead" role="status">
          <p>
            {unsent.length === 0 ? null : `${countWords(unsent)}存在本机，联网并打开自查通就会传。上传前请不要清理${inWechat() ? '微信' : '浏览器'}缓存。`}
            {trouble?.startsWith('没联网') === true ? null : trouble}
          </p>
          {unsent.length < 2 ? null : (
            <button type="button" className="tap start" onClick={() => void exporting.start(unsent)}>
              全部导出
            </button>
          )}
        </div>
      )}
      {stuck.length === 0 ? null : (
        <Section title="要看一下" count={stuck.length} say="不挡后面的。改好再传，或先导出留底再删。">
          <ul className="rows queue">{stuck.map(row)}</ul>
        </Section>
      )}
      {waiting.length === 0 ? null : (
        <Section title="存在本机" count={waiting.length}>
          <ul className="rows queue">{waiting.map(row)}</ul>
        </Section>
      )}
      {lacking.length === 0 ? null : (
        <Section
          title="服务器上没有的"
          count={lacking.length}
          say="服务器换回了较早的一份。下面这些传过，那一份里没有；确实要留的就再传一遍。"
        >
          <ul className="rows queue">{lacking.map(row)}</ul>
          <div className="acts field">
            <button type="button" className="button" onClick={() => void changeItems(lacking.map((item) => again(item, null)))}>
              再传一遍
            </button>
            <button type="button" className="tap" onClick={() => void dropFromOutbox(lacking.map(({ id }) => id))}>
              不用了
            </button>
          </div>
        </Section>
      )}
      {sent.length - lacking.length === 0 ? null : (
        <p className="field small grey">最近30天上传的{countWords(sent)}还留了一份在本机，万一服务器换回旧的一份，可以再传。</p>
      )}
      {session.user.role === 'secretary' && outbox.standing === 'ready' ? <OthersQueues unit={session.user.unit} name={session.user.name} /> : null}
      <CopiedText copied={exporting.copied} onClose={exporting.closeCopied}>
        已放到剪贴板，可以贴到微信或文档里。
      </CopiedText>
      {exporting.shown === null ? null : <ExportDrawer items={exporting.shown} onCopy={exporting.copy} onClose={exporting.close} />}
    </ColumnFrame>
  )
}

const heldWords = (held: 'signed_out' | 'unreachable' | null): string => {
  switch (held) {
    case 'signed_out':
      return '登录到期了，存的都在'
    case 'unreachable':
      return '没有连上，连上后自动上传'
    case null:
      return '按先后一件一件传，可以离开这一页'
  }
}
