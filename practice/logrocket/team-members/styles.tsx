import { css, Global } from '@emotion/react';
import { classPrefix } from '../../shared/start.tsx';
import { color, font } from '../parts/theme.ts';

const prefix = classPrefix('react-aria');

/** The class name of a library part; random at each load while the switch `shuffle` is on. */
export const c = (part: string) => `${prefix}-${part}`;

const sheet = css`
  .${c('Button')} {
    padding: 7px 14px;
    border: 1px solid #cfcada;
    border-radius: 6px;
    background: #fff;
    font: 500 13px ${font};
    color: ${color.ink};
    cursor: pointer;
    &[data-focus-visible] {
      outline: 2px solid ${color.accent};
      outline-offset: 1px;
    }
    &[data-disabled] {
      opacity: 0.5;
      cursor: default;
    }
    &.${c('primary')} {
      border-color: ${color.accent};
      background: ${color.accent};
      color: #fff;
    }
    &.${c('danger')} {
      border-color: transparent;
      color: #b3261e;
    }
  }
  .${c('TextField')}, .${c('Select')} {
    display: flex;
    flex-direction: column;
    gap: 5px;
    font-size: 13px;
  }
  .${c('Label')} {
    font-weight: 500;
    font-size: 12px;
  }
  .${c('Input')} {
    padding: 7px 10px;
    border: 1px solid #cfcada;
    border-radius: 6px;
    font: 13px ${font};
    &[data-focused] {
      outline: 2px solid ${color.accent};
      outline-offset: -1px;
    }
    &[data-invalid] {
      border-color: #b3261e;
    }
  }
  .${c('FieldError')} {
    color: #b3261e;
    font-size: 12px;
  }
  .${c('trigger')} {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    font-weight: 400;
    text-align: left;
  }
  .${c('Popover')} {
    min-width: var(--trigger-width);
    padding: 4px;
    border: 1px solid ${color.line};
    border-radius: 8px;
    background: #fff;
    box-shadow: 0 8px 28px rgb(31 27 45 / 16%);
    font: 13px ${font};
    color: ${color.ink};
  }
  .${c('Item')} {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 7px 10px;
    border-radius: 5px;
    outline: none;
    cursor: pointer;
    &[data-focused] {
      background: ${color.soft};
    }
    &[data-selected] {
      font-weight: 500;
    }
  }
  .${c('Table')} {
    width: 100%;
    border-collapse: collapse;
    font-size: 13px;
  }
  .${c('Column')} {
    padding: 8px 14px;
    text-align: left;
    font-weight: 500;
    color: ${color.muted};
    outline: none;
  }
  .${c('Row')} {
    border-bottom: 1px solid ${color.line};
    &:first-of-type {
      border-top: 1px solid ${color.line};
    }
  }
  .${c('Cell')} {
    padding: 9px 14px;
    outline: none;
    overflow: hidden;
    text-overflow: ellipsis;
    overflow-wrap: anywhere;
  }
  .${c('Overlay')} {
    position: fixed;
    inset: 0;
    z-index: 100;
    display: grid;
    place-items: center;
    background: rgb(31 27 45 / 42%);
  }
  .${c('Modal')} {
    width: min(480px, calc(100vw - 48px));
    max-height: calc(100vh - 80px);
    overflow: auto;
    padding: 22px 24px;
    border-radius: 10px;
    background: #fff;
    box-shadow: 0 16px 48px rgb(31 27 45 / 24%);
    font: 14px/1.5 ${font};
    color: ${color.ink};
    h2 {
      margin: 0 0 14px;
      font-size: 17px;
    }
  }
  .${c('Switch')} {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 5px 0;
    font-size: 13px;
    .indicator {
      width: 30px;
      height: 18px;
      padding: 2px;
      border-radius: 9px;
      background: #cfcada;
      &::before {
        content: '';
        display: block;
        width: 14px;
        height: 14px;
        border-radius: 7px;
        background: #fff;
      }
    }
    &[data-selected] .indicator {
      background: ${color.accent};
      &::before {
        margin-left: 12px;
      }
    }
    &[data-disabled] {
      opacity: 0.55;
    }
  }
  .${c('Checkbox')} {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 4px 0;
    font-size: 13px;
    .box {
      width: 16px;
      height: 16px;
      border: 1px solid #a9a3b8;
      border-radius: 4px;
      display: grid;
      place-items: center;
    }
    &[data-selected] .box {
      border-color: ${color.accent};
      background: ${color.accent};
      color: #fff;
    }
  }
  .${c('Toasts')} {
    position: fixed;
    right: 20px;
    bottom: 20px;
    z-index: 200;
    display: flex;
    flex-direction: column;
    gap: 8px;
  }
  .${c('Toast')} {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 10px 12px 10px 16px;
    border-radius: 8px;
    background: #201a33;
    color: #fff;
    font: 13px ${font};
    .${c('Button')} {
      border: 0;
      padding: 2px 6px;
      background: none;
      color: inherit;
    }
  }
`;

/** The look of this generation: the library itself brings none. */
export function Styles() {
  return <Global styles={sheet} />;
}
