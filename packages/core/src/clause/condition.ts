/** Joints and fillers at either end of a condition, which say nothing of what is asked. */
const opening = /^(?:[，、；：。\s“]|外，|(?:如果|若是|如(?![实何期下意])|若(?!干)|凡是|凡|对于|对(?![照应外内口接方象标比策])|其中|另外|另(?!行)|并(?![联轨购网发])且?|同时|以及|或者|且|的|者)|[）])+/
const closing = /(?:[，、；：。\s（=]|，除(?=$)|(?<=[，的])除(?=$)|的|(?<!违)者|(?<!否)则|将|可|即|就|应|按|每次|分别|各|(?<!平)均|酌情|再|另|额外|(?<!参)加|追加|并|予以|给予|一次性|经查实|经核实|每)+$/

/** The condition as a reader would copy it out: no joints at its ends, no line breaks, no rate. */
export const tidyCondition = (text: string): string => {
  let plain = text.replace(/\s*\n\s*/g, '').replace(/\s{2,}/g, ' ').replace(/^\s*（[^（）]*）(?=[，、；])/, '')
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = plain.replace(opening, '').replace(closing, '')
  }
  const open = (plain.match(/（/g) ?? []).length
  const close = (plain.match(/）/g) ?? []).length
  if (open > close) plain = `${plain}）`
  if (close > open) plain = plain.replace(/^([^（]*)）/, '$1')
  const quotes = (plain.match(/”/g) ?? []).length - (plain.match(/“/g) ?? []).length
  return quotes > 0 ? `“${plain}` : plain
}
