/**
 * Many photos, or a whole folder where the browser can choose one: phones cannot, so they see the first button alone.
 * `words`: what the two are called.
 */
export const PhotoButtons = (props: {
  readonly words: readonly [photos: string, folder: string]
  readonly className?: string
  readonly onPhotos: (files: readonly File[]) => void
}) => {
  const { words, className, onPhotos } = props
  return (
    <>
      <FileInput className={className} word={words[0]} folder={false} onFiles={onPhotos} />
      {choosesFolders ? <FileInput className={className} word={words[1]} folder onFiles={onPhotos} /> : null}
    </>
  )
}

const FileInput = (props: {
  readonly className: string | undefined
  readonly word: string
  readonly folder: boolean
  readonly onFiles: (files: readonly File[]) => void
}) => (
  <label className={props.className}>
    <input
      type="file"
      className="unseen"
      multiple
      {...(props.folder ? { webkitdirectory: '' } : { accept: 'image/jpeg,image/png' })}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])].filter(looksLikePhoto)
        if (files.length > 0) props.onFiles(files)
        event.target.value = ''
      }}
    />
    {props.word}
  </label>
)

/** A folder holds other things, too; and some chats save photos without telling their type. */
const looksLikePhoto = (file: File): boolean => file.type.startsWith('image/') || /\.(jpe?g|png|webp|heic|heif)$/iu.test(file.name)

const choosesFolders = 'webkitdirectory' in HTMLInputElement.prototype && !matchMedia('(pointer: coarse)').matches
