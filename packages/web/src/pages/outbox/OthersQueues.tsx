import { useEffect, useState } from 'react'
import { listOtherQueues, takeOverQueue } from '../../outbox/other-queues.ts'
import { Row, Rows } from '../../ui/Row.tsx'
import { Section } from '../../ui/Section.tsx'

type Others = Awaited<ReturnType<typeof listOtherQueues>>

/** For the secretary: what a colleague left on this device and can send no more. How many, not what, until it is taken over. */
export const OthersQueues = ({ unit, name }: { readonly unit: string; readonly name: string }) => {
  const [others, setOthers] = useState<Others>([])
  useEffect(() => {
    listOtherQueues(unit).then(setOthers, () => undefined)
  }, [unit])
  if (others.length === 0) return null
  const take = (other: Others[number]) =>
    void takeOverQueue(other, unit, name).then(() => setOthers((before) => before.filter((one) => one.owner !== other.owner)))
  return (
    <Section
      title="同事留在这里的"
      count={others.length}
      say="本人登录后会自己接着传。人已调走、账号停用的，可以接过来传；谁记的、谁代传的都会写明。"
    >
      <Rows>
        {others.map((other) => (
          <Row key={other.owner} title={`${other.name}还有${other.count}件没上传`} verb="接过来传" onPress={() => take(other)} />
        ))}
      </Rows>
    </Section>
  )
}
