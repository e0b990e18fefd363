/**
 * Styles the overlay, which sets `--grip`. The background sends it along with the grant to guide, so that pages where
 * nothing is guided do not carry it.
 */
export const overlayStyle = `
:host{all:initial!important;position:fixed!important;inset:0!important;display:block!important;pointer-events:none!important;z-index:2147483647!important}
div{position:absolute;box-sizing:border-box}
.box{border-radius:10px;pointer-events:auto;overflow:hidden;background:Canvas;color:CanvasText;color-scheme:light dark;font:14px/1.5 system-ui;box-shadow:0 0 0 1px #0f172a1f,0 8px 28px #0f172a38}
iframe{display:block;border:0;width:100%;height:calc(100% - var(--grip));color-scheme:normal}
button{all:unset;display:block;box-sizing:border-box;width:100%;height:var(--grip);cursor:grab;touch-action:none;background:radial-gradient(circle,GrayText 1px,transparent 1.5px) center/6px 4px repeat-x content-box;padding:4px 40%}
button:focus-visible{outline:2px solid #0b6b74;outline-offset:-2px}
.ring{border:2px solid #0b6b74;border-radius:8px;box-shadow:0 0 0 2px #fff,0 0 0 6px #0b6b7447}
.mark{border-radius:9px;background:#b42318;color:#fff;font:600 11px/18px system-ui;text-align:center}
[hidden]{display:none}
@media(prefers-reduced-motion:no-preference){.ring{transition:.12s}}`;
