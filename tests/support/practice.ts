export type {
  LogrocketGeneration,
  PracticeAnswer,
  PracticeChoice,
  PracticeGeneration,
  PracticeVendor,
  RudderstackGeneration,
} from '../../practice/serve.mjs';
export {
  DEFAULT_CHOICE,
  GENERATIONS,
  interceptPractice,
  pageUrls,
  practiceResponse,
  routePractice,
  siblingUrls,
  teamUrl,
  VENDOR_ORIGINS,
  VENDOR_URLS,
  vendorOf,
} from '../../practice/serve.mjs';
