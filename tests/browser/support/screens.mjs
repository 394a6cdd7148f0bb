// The screens that the page is looked at on.

const HELD = { hasTouch: true, isMobile: true };

export const SCREENS = {
  desktop: { viewport: { width: 1280, height: 800 } },
  tablet: { viewport: { width: 768, height: 1024 }, ...HELD },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, ...HELD },
  "small phone": { viewport: { width: 360, height: 640 }, ...HELD },
};

/** A phone that lies on its side. */
export const LYING_PHONE = { viewport: { width: 844, height: 390 }, ...HELD };

/** A desktop whose browser enlarges pages to 400 %. */
export const ENLARGED = { viewport: { width: 320, height: 256 } };

/** Those held upright in one hand. */
export const isUprightPhone = ({ viewport }) => viewport.width < 500 && viewport.height > viewport.width;
