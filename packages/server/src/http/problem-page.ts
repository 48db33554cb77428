import type { FastifyRequest } from 'fastify'
import type { ProblemShape } from './values.contract.ts'

/** A browser that opens the address of a file as a page, and would show the refusal's JSON to a person. */
export const wantsPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '') && !/\bjson\b/.test(request.headers.accept ?? '')

/** The refusal as a page: what happened, what is safe, and the one thing that can be pressed. */
export const problemPage = (problem: ProblemShape, address: string): string => {
  const number = problem.requestId === undefined || problem.detail.includes('编号') ? '' : `<p class="small">编号 ${escaped(problem.requestId.slice(-4).toUpperCase())}</p>`
  const [to, word] = wayOn(problem, address)
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(problem.title)} · 自查通</title><link rel="icon" href="/icon.svg"><link rel="stylesheet" href="/problem.css"></head>
<body><main><h1>${escaped(problem.title)}</h1><p>${escaped(problem.detail)}</p>${number}<p><a class="button" href="${escaped(to)}">${word}</a></p></main></body>
</html>`
}

const wayOn = ({ retry }: ProblemShape, address: string): readonly [string, string] => {
  if (retry === 'after_sign_in') return ['/sign-in', '登录']
  if (retry === 'later' || retry === 'now') return [address, '再试一次']
  return ['/', '返回首页']
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
