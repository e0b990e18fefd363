import { classPrefix } from '../../shared/start.tsx';
import { color, font } from './theme.ts';

/** Class names and colours of the library, for each version of it; consoles add what is theirs to `theme`. */
export const antdLook = {
  prefixCls: classPrefix('ant'),
  iconPrefixCls: classPrefix('anticon'),
  theme: {
    token: {
      colorPrimary: color.blue,
      colorText: color.text,
      colorTextHeading: color.ink,
      fontFamily: font,
      borderRadius: 4,
    },
  },
};
