import { useNavigate } from 'react-router'
import { handPhotos } from './handed-photos.ts'
import { PhotoButtons } from './PhotoButtons.tsx'

/** On the page of records: choosing photos leads to what they would become. `here` is the unit's own address. */
export const ChoosePhotos = ({ here }: { readonly here: string }) => {
  const navigate = useNavigate()
  return <PhotoButtons words={['从照片补', '从照片文件夹补']} onPhotos={(files) => void navigate(`${here}/entries/photos`, { state: handPhotos(files) })} />
}
