import { useLocation, useNavigate } from 'react-router';
import type { Rendered } from './render.js';

/** Where the person is, and buttons to where they may go on from there. */
export function Address({ ways }: { ways: readonly string[] }) {
  const navigate = useNavigate();
  return (
    <nav>
      <output>{useLocation().pathname}</output>
      {ways.map((to) => (
        <button key={to} type="button" onClick={() => void navigate(to)}>
          {to}
        </button>
      ))}
    </nav>
  );
}

/** The path that the person is at. */
export function addressOf({ container }: Pick<Rendered, 'container'>): string | null | undefined {
  return container.querySelector('output')?.textContent;
}
