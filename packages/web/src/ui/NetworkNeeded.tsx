import { useOnline } from './use-online.ts'

/** What cannot be done without a network, said where it would be done, with what is safe; nothing while there is one. */
export const NetworkNeeded = ({ what, safe = '' }: { readonly what: string; readonly safe?: string }) =>
  useOnline() ? null : (
    <p className="field note" role="status">
      {what}要有网络，现在没有。{safe}
    </p>
  )
