import { useEffect, useRef } from 'react'
import type { PointerEvent } from 'react'
import './closing.css'

type Point = readonly [number, number]
export type Strokes = readonly (readonly Point[])[]

const ground = { width: 600, height: 200 } as const
/** Nearer points than this tell nothing new; the server takes so many in one stroke. */
const apart = 3
const most = 600

/** A ground to sign on with finger, pen or mouse. Who uses neither signs on paper: the page offers it beside. */
export const SignaturePad = (props: {
  readonly label: string
  readonly strokes: Strokes
  readonly onStrokes: (strokes: Strokes) => void
}) => {
  const drawing = useRef(false)
  // Several movements may come before the page is drawn again: each goes on from the last one, not from what is shown.
  const latest = useRef(props.strokes)
  useEffect(() => {
    latest.current = props.strokes
  }, [props.strokes])
  const tell = (strokes: Strokes) => {
    latest.current = strokes
    props.onStrokes(strokes)
  }
  const at = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    const within = (value: number, limit: number) => Math.round(Math.min(limit, Math.max(0, value)))
    return [
      within(((event.clientX - box.left) / box.width) * ground.width, ground.width),
      within(((event.clientY - box.top) / box.height) * ground.height, ground.height),
    ]
  }
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    drawing.current = true
    event.currentTarget.setPointerCapture(event.pointerId)
    if (latest.current.length < 60) tell([...latest.current, [at(event)]])
  }
  const goOn = (event: PointerEvent<SVGSVGElement>) => {
    if (!drawing.current) return
    const stroke = latest.current.at(-1) ?? []
    const point = at(event)
    const last = stroke.at(-1)
    if (stroke.length >= most || (last !== undefined && Math.hypot(point[0] - last[0], point[1] - last[1]) < apart)) return
    tell([...latest.current.slice(0, -1), [...stroke, point]])
  }
  const end = () => {
    drawing.current = false
  }
  return (
    <svg
      className="pad"
      viewBox={`0 0 ${ground.width} ${ground.height}`}
      role="img"
      aria-label={props.label}
      onPointerDown={begin}
      onPointerMove={goOn}
      onPointerUp={end}
      onPointerCancel={end}
    >
      <line className="pad-line" x1="40" x2="560" y1="165" y2="165" />
      <path d={pathOf(props.strokes)} />
    </svg>
  )
}

/** A signature as it was drawn, to be looked at. */
export const DrawnSignature = ({ strokes, name }: { readonly strokes: Strokes; readonly name: string }) => (
  <svg className="pad drawn" viewBox={`0 0 ${ground.width} ${ground.height}`} role="img" aria-label={`${name}的签名`}>
    <path d={pathOf(strokes)} />
  </svg>
)

const pathOf = (strokes: Strokes): string =>
  strokes.map((stroke) => `M${stroke.map(([x, y]) => `${x} ${y}`).join('L')}${stroke.length === 1 ? 'l.1 0' : ''}`).join('')
