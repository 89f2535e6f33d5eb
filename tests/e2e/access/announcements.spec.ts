// Owns what is said to those who do not see the page: one thing at a time, once, and with the control that it is about.

import { languages } from '@/lib/messages/languages';
import { practiceNotice, publishNotices } from '../late-changes';
import { expect, test } from '../site';
import { practice, Voter } from '../voter';
import { axTree, focusedNode, heard, listen } from './ax-tree';

for (const { tag } of languages) {
  test(`an answer is said once: that it is looked for, then its heading by focus, ${tag}`, async ({
    page,
  }) => {
    await listen(page);
    const voter = new Voter(page, tag);
    await voter.open();
    await voter.addressBox.fill(practice('found'));
    await voter.settle();
    await heard(page);
    await voter.submit();
    await voter.answer.waitFor();
    await voter.settle();
    // A look-up that takes no time says nothing of it.
    expect((await heard(page)).filter((text) => text !== voter.say.form.checking)).toEqual([]);
    const headline = await voter.answer.getByRole('heading', { level: 2 }).textContent();
    expect(await focusedNode(page)).toMatchObject({ role: 'heading', name: headline });
  });

  test(`an error is said with its box: first what is amiss, then the hint, ${tag}`, async ({ page }) => {
    await listen(page);
    const voter = new Voter(page, tag);
    const { form, outcome } = voter.say;
    await voter.open();
    await heard(page);
    await voter.submit();
    const empty = outcome.unreadable.empty.replace('{example}', form.addressExample);
    expect(await focusedNode(page)).toMatchObject({
      role: 'combobox',
      name: form.addressLabel,
      description: `${empty} ${form.addressHint}`,
      properties: { invalid: 'true' },
    });
    await voter.addressBox.fill('112 Heron St');
    await voter.submit();
    await voter.zipBox.waitFor();
    const zipNode = { role: 'textbox', name: form.zipLabel, properties: { invalid: 'true' } };
    await expect(voter.zipBox).toBeFocused();
    expect(await focusedNode(page)).toMatchObject({
      ...zipNode,
      description: `${form.zipNeeded} ${form.zipHint}`,
    });
    await voter.zipBox.fill('0001');
    await voter.submit();
    await expect(page.getByText(form.zipInvalid)).toBeVisible();
    expect(await focusedNode(page)).toMatchObject({
      ...zipNode,
      description: `${form.zipInvalid} ${form.zipHint}`,
    });
    // Focus said it: a live region would say it again.
    expect((await heard(page)).filter((text) => text !== form.checking)).toEqual([]);
    await voter.zipBox.fill('00001');
    expect((await focusedNode(page))?.properties.invalid).toBe('false');
  });
}

test('suggestions are counted once after a burst of letters, and the one picked is named', async ({
  page,
}) => {
  await listen(page);
  const voter = new Voter(page);
  await voter.open();
  await voter.addressBox.fill('112 , 00001');
  await voter.settle();
  await heard(page);
  await page.keyboard.press('Home');
  for (let step = 0; step < '112 '.length; step += 1) await page.keyboard.press('ArrowRight');
  await voter.type('hero');
  await page.waitForTimeout(900);
  expect(await heard(page)).toEqual(['1 street found.']);
  await page.keyboard.press('ArrowDown');
  const tree = await axTree(page);
  const box = tree.find(({ role }) => role === 'combobox');
  expect(box?.properties).toMatchObject({ expanded: 'true', autocomplete: 'list' });
  const options = tree.filter(({ role }) => role === 'option');
  expect(options.map(({ name }) => name)).toEqual(['HERON ST Practice Falls']);
  expect(options[0]?.properties.selected).toBe('true');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(900);
  expect(await heard(page)).toEqual(['HERON ST picked.']);
});

test('a late change is read before the place it is about', async ({ page, ownSite }) => {
  await publishNotices(ownSite, [practiceNotice('callFirst')]);
  const voter = new Voter(page);
  await voter.lookUpPractice('found', ownSite.url);
  const names = (await axTree(page)).map(({ name }) => name);
  const notice = names.indexOf(voter.say.notice.callFirst);
  const place = names.findIndex((name) => name.startsWith('Heron Library'));
  expect(notice).toBeGreaterThan(-1);
  expect(place).toBeGreaterThan(notice);
});

test('an office’s English words are marked as English on the Spanish page', async ({ page }) => {
  const voter = new Voter(page, 'es');
  await voter.lookUpPractice('found');
  await voter.settle();
  const marked = page.locator('main [lang=en]');
  const english = await marked.allTextContents();
  expect(english.length).toBeGreaterThan(0);
  // Whatever is plainly English stands within one of them.
  const strays = await page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isEnglish = /\b(the|bring|your|with|door|open|please)\b/i.test(node.textContent ?? '');
      if (isEnglish && node.parentElement?.closest('[lang]')?.getAttribute('lang') !== 'en')
        found.push(node.textContent ?? '');
    }
    return found;
  });
  expect(strays).toEqual([]);
});
