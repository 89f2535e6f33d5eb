import { tryShare } from './try-share';

tryShare(2);
