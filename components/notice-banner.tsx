// Owns how a late change looks. It stands above the place's name and is told apart by its words and its
// edge, not by its colour alone.

import type { NoticeView } from '@/lib/view/outcome-view';

interface NoticeBannerProps {
  readonly notice: NoticeView;
}

/** What changed, in the office's words, and from when until when. */
export function NoticeBanner({ notice }: NoticeBannerProps) {
  return (
    <div className="notice">
      <p className="notice-heading">{notice.heading}</p>
      {notice.body.text !== '' && (
        <p lang={notice.body.lang} dir="auto">
          {notice.body.text}
        </p>
      )}
      {notice.period !== null && <p className="notice-period">{notice.period}</p>}
      {notice.source !== null && <p className="notice-period">{notice.source}</p>}
    </div>
  );
}
