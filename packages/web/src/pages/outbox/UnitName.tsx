import { useAssessment } from '../../api/assessment.ts'
import type { Place } from '../../api/names.ts'

/** Every write names its school: an inspector has been at several. */
export const UnitName = ({ place }: { readonly place: Place }) => <>{useAssessment(place).data?.unit.name ?? place.unit}，</>
