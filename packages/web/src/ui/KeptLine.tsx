import type { KeptTyping } from './use-kept-typing.ts'

/**
 * Said where a page opens with what was left unsaved; one press begins anew. Where other words were saved meanwhile, the
 * page shows those, and the person takes the own up again or drops them.
 */
export const KeptLine = ({ typing }: { readonly typing: Pick<KeptTyping<unknown>, 'wasKept' | 'taken' | 'forget' | 'older'> }) => (
  <>
    {typing.older === undefined ? null : (
      <p className="field small" role="status">
        上次没有存的还在。这里后来改过，现在看到的是改过的。
        <button type="button" className="tap" onClick={typing.older.takeUp}>
          用上次写的
        </button>
        <button type="button" className="tap" onClick={typing.older.drop}>
          不要上次的
        </button>
      </p>
    )}
    {typing.taken !== undefined ? (
      <p className="field small" role="status">
        这是上次写的，还没有存。存了会代替后来改的。
        <button type="button" className="tap" onClick={typing.taken.putAway}>
          看后来改的
        </button>
      </p>
    ) : typing.wasKept ? (
      <p className="field small" role="status">
        上次没有存的还在这里。
        <button type="button" className="tap" onClick={typing.forget}>
          不要了
        </button>
      </p>
    ) : null}
  </>
)
