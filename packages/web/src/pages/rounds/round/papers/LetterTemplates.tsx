import { useRef } from 'react'
import type { LetterTemplates as Templates } from '../../../../api/contract.ts'
import { templateAddress, useDropTemplate, useLetterTemplates, usePutTemplate } from '../../../../api/letter-templates.ts'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited } from '../../../../ui/states.tsx'
import './letter-templates.css'

/** 公文模板: taken, set in Word in the office's own way, put back. Choosing a file is putting it in. */
export const LetterTemplates = ({ bureau }: { readonly bureau: string }) => {
  const templates = useLetterTemplates(bureau)
  const put = usePutTemplate(bureau)
  const drop = useDropTemplate(bureau)
  return (
    <Section title="公文模板" say="下载模板，在Word或WPS里改成局里的样子，花括号里的名字留着，再换上。">
      <ProblemSummary problem={put.error ?? drop.error} />
      <Awaited query={templates}>
        {({ items }) => (
          <ul className="rows letter-templates">
            {items.map((one) => (
              <Template
                key={one.kind}
                template={one}
                address={templateAddress(bureau, one.kind)}
                isBusy={put.isPending || drop.isPending}
                onPut={(file) => put.mutate({ kind: one.kind, file })}
                onDrop={() => drop.mutate(one.kind)}
              />
            ))}
          </ul>
        )}
      </Awaited>
    </Section>
  )
}

type TemplateOf = {
  readonly template: Templates['items'][number]
  readonly address: string
  readonly isBusy: boolean
  readonly onPut: (file: File) => void
  readonly onDrop: () => void
}

const Template = ({ template, address, isBusy, onPut, onDrop }: TemplateOf) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <li>
      <p>
        {template.name}
        <span className="small grey">{template.own === null ? '　用系统自带的' : `　用局里的：${template.own.name}`}</span>
      </p>
      {typeof template.own?.unused === 'string' ? <p className="small">{template.own.unused}</p> : null}
      <div className="acts">
        <a className="button" href={address}>
          下载模板
        </a>
        <button type="button" className="button" aria-disabled={isBusy} onClick={() => (isBusy ? undefined : input.current?.click())}>
          换上局里的
        </button>
        {template.own === null ? null : (
          <button type="button" className="button" aria-disabled={isBusy} onClick={() => (isBusy ? undefined : onDrop())}>
            用回自带的
          </button>
        )}
        <input
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-label={`${template.name}的模板文件`}
          accept=".docx"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file !== undefined) onPut(file)
            event.target.value = ''
          }}
        />
      </div>
      <details>
        <summary>能用的名字</summary>
        <p className="small">
          {template.places.map(({ place, within }) => (within.length === 0 ? `{${place}}` : `{#${place}}${within.map((name) => `{${name}}`).join('')}{/${place}}`)).join('　')}
        </p>
        <p className="small grey">#和/之间的一段，有几条就印几遍。</p>
      </details>
    </li>
  )
}
