import { Kbd } from '@onewindow/ui';
import { useSearchWords } from './use-search-words.js';

/** `/ 筛选`: a word until it has the focus, then a field over the whole row. */
export function SearchField({ value, onSearch, placeholder }: { value: string; onSearch: (q: string) => void; placeholder: string }) {
  const { typed, problem, type, search, giveUp } = useSearchWords(value, onSearch);
  return (
    <label className="bo-search">
      <Kbd keys="/" />
      <span>筛选</span>
      <input
        data-ow-filter
        type="search"
        value={typed}
        maxLength={60}
        placeholder={placeholder}
        aria-label={`筛选：${placeholder}`}
        aria-invalid={problem !== null}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || problem !== null) return;
          search();
          event.currentTarget.blur();
        }}
        // Nor is it left standing in a field that nobody sees.
        onBlur={() => (problem === null ? undefined : giveUp())}
      />
      {problem === null ? null : (
        <span className="bo-search-problem bo-field-error" role="alert">
          {problem}
        </span>
      )}
    </label>
  );
}
