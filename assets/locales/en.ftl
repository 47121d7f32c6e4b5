# The interface in English, the language every other one falls back to, line by line.
#
# To add a string: one line here, one in each other file of this folder, the same id.
# A variable named like an action ({ $toggle-read }) is the key of that action, as the
# keymap has it. PLURAL($count) chooses by CLDR's plural rules. Every variable is
# isolated, so that a title of the other direction disturbs nothing.

number-thousands = { $count }k
date-day = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Places and headings of the help

context-always = everywhere
context-global = all panes
context-list = list
context-reader = reader
context-names = names
context-prompt = prompt
context-picker = choosing
context-lang-picker = languages
context-help = keys
group-move = Move
group-read = Read
group-filter = Filter
group-names = Names
group-take = Take along
group-program = Program

## What keys do, where several share a line of the help

keys-pane = next, previous pane
keys-pane-side = pane on that side
keys-article = next, previous article
keys-hit = next, previous hit or unread
keys-lang = one language on or off; all
keys-sort = sort by date, title, source, language, words, relevance
keys-row = row
keys-line = line
keys-page = page
keys-half = half a page
keys-ends = first, last
keys-paragraph = paragraph
keys-measure = wider, narrower, own width
keys-mention = next, previous name
keys-same = next, previous mention of this name
keys-result = move in the results
keys-history = earlier, later searches
keys-caret-ends = start, end of the line
keys-caret = caret
keys-delete = delete a character
keys-delete-rest = delete to the start, to the end

## What every action does

action-help = keys of this place
action-palette = every command by name
action-search = search; in the reader, this article first
action-next-hit = next hit, else next unread
action-prev-hit = previous hit, else previous unread
action-lang-toggle = show or hide this language
action-lang-all = all languages
action-lang-picker = choose languages
action-pane-next = next pane
action-pane-prev = previous pane
action-pane-left = pane at the left
action-pane-right = pane at the right
action-back = one step out
action-cancel = drop what is pending
action-again = forward into the view just left
action-quit = leave at once
action-interrupt = stop; twice leaves
action-next-article = next article
action-prev-article = previous article
action-toggle-read = read or unread
action-view-read = mark the whole view read
action-toggle-star = star
action-undo = take back
action-redo = do again
action-sort-date = sort by date
action-sort-title = sort by title
action-sort-source = sort by source
action-sort-language = sort by language
action-sort-words = sort by number of words
action-unread-only = hide or show what is read
action-highlights = colour names; names, dates and amounts; nothing
action-zen = reader only
action-info = all that is known of this article
action-theme-next = next theme
action-mouse-toggle = mouse on or off
action-redraw = paint the screen again
action-suspend = suspend
action-down = one down
action-up = one up
action-page-down = page down
action-page-up = page up
action-half-down = half a page down
action-half-up = half a page up
action-top = first
action-bottom = last
action-open = read it
action-read-on = read on, article after article
action-para-prev = previous paragraph
action-para-next = next paragraph
action-mention-next = next name
action-mention-prev = previous name
action-same-next = next mention of this name
action-same-prev = previous mention of this name
action-card-or-line = card of the name, else a line down
action-furniture = show or fold page furniture
action-wider = wider text
action-narrower = narrower text
action-measure-reset = the text's own width
action-only = only the articles with this name
action-add = with this name too
action-leave-out = without this one
action-card = card of the name
action-accept = take it
action-result-prev = previous result
action-result-next = next result
action-history-prev = earlier search
action-history-next = later search
action-complete = complete the word, or take what is suggested
action-scope = this article or the whole view
action-caret-start = start of the line
action-caret-end = end of the line
action-caret-left = one to the left
action-caret-right = one to the right
action-delete-before = delete before the caret
action-delete-after = delete after the caret
action-delete-word = delete the word
action-delete-to-start = delete to the start
action-delete-to-end = delete to the end
action-pick-toggle = choose, or drop
action-filter = find a key or a word
action-set-key = give this language that key

## Short labels in the bottom line and in menus

bar-help = keys
bar-search = search
bar-open = read
bar-read-on = read on
bar-page-down = page
bar-mention-next = names
bar-only = only this name
bar-add = add
bar-leave-out = leave out
bar-card = card
bar-accept = keep
bar-cancel = leave
bar-scope = article or view
bar-filter = filter
bar-run = run
bar-close = close
bar-sort-date = date
bar-sort-title = title
bar-sort-source = source
bar-sort-language = language
bar-sort-words = words
menu-sort = sort by

## Keys that mean something in other programs

hint-half-page = half a page is { $half-down }; read is { $toggle-read }
hint-view-read = { $view-read } marks the view read
hint-previous = { $prev-hit } is previous unread
hint-filters = { $lang-toggle-1 } shows one language, { $unread-only } hides what is read, { $search } searches
hint-refresh = { $refresh } looks for what changed
hint-story = the same story in other languages is not in this version
hint-correct = correcting names is not in this version

## Panes, crumbs, the bottom line

pane-list = List
pane-reader = Reader
pane-names = Names
pane-info = Article
crumb-sample = sample
crumb-search = search
crumb-search-for = “{ $query }”
chip-all = all
chip-more = +{ $count } L
chip-unread-only = unread only
state-article = article { $place }
state-unread = unread { $count }
state-sorted = by { $key }
state-sorted-reversed = by { $key }, reversed
progress-top = top
progress-end = end
progress-percent = { $percent }%
too-small = too small (need { $columns }x{ $rows })

## The reader

words =
    { PLURAL($count) ->
        [one] { $count } word
       *[other] { $count } words
    }
furniture-folded =
    { PLURAL($count) ->
        [one] ⋯ { $count } line of page furniture · { $furniture } shows it
       *[other] ⋯ { $count } lines of page furniture · { $furniture } shows them
    }
language-unknown = not known
end-next-unread = end · { $page-down }: next unread: { $title }
end-no-unread = end · nothing unread is left

## Names

kind-person = person
kind-place = place
kind-organisation = organisation
heading-people = People
heading-places = Places
heading-organisations = Organisations
names-none = No names found here.
gloss-here = { $count } here
articles =
    { PLURAL($count) ->
        [one] { $count } article
       *[other] { $count } articles
    }
card-often-with = often with
without-name = without { $name }

## The card of an article

info-title = title
info-source = source
info-date = date
info-language = language
info-script = script
info-words = words
info-address = address
info-file = file
info-line = { $file }, line { $line }
info-id = id
info-confidence = { $percent } % certain
info-title-field = from a field of the source
info-title-line = from a line of the text
info-title-sentence = the first sentence, cut; the text has no title
info-title-file = the file's name; the text has no words
info-yes = yes
info-no = no
info-read = read
info-starred = starred

## Searching

search-found =
    { $count ->
        [0] nothing found
       *[other] { $count } found
    }
search-in-article = this article
search-in-view = all articles
search-in-part = read so far: { $percent }%
search-hits =
    { PLURAL($count) ->
        [one] { $count } hit
       *[other] { $count } hits
    }
search-wrapped-down = last hit: from the top again
search-wrapped-up = first hit: from the end again
search-no-more = no more hits
no-more-unread = nothing unread is left
palette-none = no command is called that
unknown-command = there is no command “{ $name }”; { $palette } lists them

## Nothing to show

empty-corpus = No articles here.
empty-corpus-sample = nashra without a path opens the sample.
empty-language = Nothing matches in { $language }.
empty-view = Nothing matches.
empty-unread = Everything here is read.
empty-elsewhere = { $count } in other languages
empty-all-languages = { $lang-all } shows them
empty-all-read = { $unread-only } shows what is read
empty-back = { $cancel } drops the search
reader-empty = No article is open.

## Choosing languages, the help

languages-title = Languages
languages-narrow = type to narrow
languages-key-set = { $language } has the key { $key } now
languages-none = no language is called that
help-title = Keys
help-none = no key does that

## Notices

again-leaves = { $back } again leaves
interrupt-leaves = { $interrupt } again leaves
stopped = stopped
marked-read =
    { $count ->
        [0] nothing here was unread
       *[other] { $count } marked read · { $undo } takes it back
    }
undo-nothing = nothing to take back
redo-nothing = nothing to do again
again-nothing = nothing to go forward to
last-article = this is the last article
first-article = this is the first article
name-none-under-cursor = no name is under the cursor; { $mention-next } goes to the next
name-no-more = no more names here
furniture-none = no page furniture here
highlights-names = colours: names
highlights-off = colours: off
theme-now = theme: { $theme }
mouse-on = mouse on; Shift and drag selects
mouse-off = mouse off
mouse-drag = Shift and drag selects text; { $mouse-toggle } turns the mouse off
measure-now = text { $columns } wide
paste-ignored = what was pasted is thrown away; paste into { $search } to search for it
opened =
    { PLURAL($count) ->
        [one] { $count } article
       *[other] { $count } articles
    }
languages-count =
    { PLURAL($count) ->
        [one] { $count } language
       *[other] { $count } languages
    }
skipped = { $count } skipped
problems = Problems
messages = Messages
reading = reading { $count } …
lost-article = the article you read last is no longer here

## What goes wrong

error-no-home = there is no home folder; set NASHRA_DATA_DIR to a folder
error-store = cannot save: { $problem } (your marks are kept in memory)
store-locked = another nashra is using the library
store-full = the disk is full
store-read-only = { $path } cannot be written; allow it, or set NASHRA_DATA_DIR
store-corrupt = { $path } is damaged; move it away and nashra makes a new one
store-newer = { $path } is of a newer nashra; use that one
store-foreign = { $path } is not a library of nashra; move it away
store-input-output = { $path } cannot be used: { $reason }

## The names of the view, hits, queries, short dates

action-sort-relevance = sort by how well it answers the search
action-names-view = names of the whole view
bar-sort-relevance = relevance
names-of-view = whole view
state-hit = hit { $place }
state-hits = hits { $total }
state-reading = reading { $percent } %
query-no-language = no language “{ $name }”; ignored.
query-no-field = no field “{ $name }:”; ignored.
query-no-state = is: does not know “{ $name }”; ignored.
query-no-value = nothing after “{ $name }:”; ignored.
query-meaning = { $meaning } is { $text }
query-try = Try { $text }
date-short = { $day } { $month }
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## Sending to the terminal

action-term-mode = next way to send right-to-left text
action-term-mode-auto = leave how right-to-left text is sent to nashra
action-calibrate = settle by eye how right-to-left is sent
action-low-bandwidth = send as little as possible, or not
action-fits = the line that fits
context-calibration = right-to-left text
terminal-mode-now = right-to-left: { $mode } ({ $place }) · { $term-mode } next · { $calibrate } asks you
terminal-mode-auto = right-to-left: as nashra finds it
terminal-guess = { $calibrate } if right-to-left text looks wrong
slow-line = slow line: low bandwidth on · { $command }
low-bandwidth-on = low bandwidth on
low-bandwidth-off = low bandwidth off
state-low-bandwidth = slow
calibrate-title = Right-to-left text in this terminal
calibrate-question = Which line shows this twice, with both bars in place?
calibrate-answer = Press the first that fits: 1 to 4 · 5 boxes or blanks, no letters · 6 none · { $cancel } leaves it as it is
calibrate-answer-short = 1 to 4 fits · 5 no letters · 6 none · { $cancel }
calibrate-fonts = Boxes mean that the font has no Arabic: install DejaVu Sans Mono or a Noto font. Here are Hebrew letters.
calibrate-leave = leave it as it is
calibrate-done = right-to-left: { $mode }, from now on in this terminal
calibrate-none = it stays { $mode }; nashra doctor tells what is known of this terminal
locale-encoding = locale { $name } is not UTF-8: where letters look wrong, set LANG=C.UTF-8

## Marks and tags of several articles, taken back and done again

action-tag = tag, or take tags away
action-range = choose a range of the list
ask-tags = tags (- takes away):
tagged =
    { $count ->
        [0] no tag was changed
        [1] tagged · { $undo } takes it back
       *[other] { $count } tagged · { $undo } takes it back
    }
marked-unread = { $count } unread again · { $undo } takes it back
marked-starred = { $count } starred · { $undo } takes it back
marked-unstarred = { $count } stars taken away · { $undo } takes it back
again-read = read again: { $count }
again-unread = unread again: { $count }
again-starred = starred again: { $count }
again-unstarred = stars taken away: { $count }
again-tags = tags changed on { $count }
again-hotkeys = hotkeys changed
again-view-saved = the view “{ $name }” is there again
again-view-removed = the view “{ $name }” is gone
state-range = range { $count }

## Taking along

keys-copy = copy the link, title, paragraph, article, name, citation
keys-link = open the link; choose among the links
action-copy-link = copy the link
action-copy-title = copy the title
action-copy-paragraph = copy the paragraph
action-copy-article = copy the article
action-copy-name = copy the name
action-copy-citation = copy title, source, date and link
action-open-link = open the link
action-link-picker = choose among the links
action-pipe = pipe to a command
action-write = write to a file
bar-copy-link = link
bar-copy-title = title
bar-copy-paragraph = paragraph
bar-copy-article = article
bar-copy-name = name
bar-copy-citation = citation
bar-copy = copy
bar-done = done
menu-copy = copy the
copied = copied { $what } to the terminal's clipboard (OSC 52)
copied-tmux = copied { $what } to tmux, which hands it on
copied-perhaps = sent { $what }, but this terminal may ignore it: { $write } writes a file
copied-tmux-perhaps = { $what } is with tmux; its option set-clipboard hands it on
copied-link = the link
copy-no-link = this article has no link
copy-nothing = there is nothing to copy
copy-too-long = this is too long for a clipboard: { $write } writes a file
ask-file = write to:
ask-command = pipe to:
written = written: { $path }
confirm-write-over = { $path } is there already: write over it?
confirm-open-links = open { $count } links?
not-done = left as it is
error-write = { $path } cannot be written: { $reason }
error-open-link = { $link } cannot be opened: { $reason }; { $copy-link } copies it
links-title = Links
links-none = no links here
links-opened =
    { PLURAL($count) ->
        [one] link opened
       *[other] { $count } links opened
    }
piped = done: { $command }
piped-failed = exit status { $status }: { $command }
piped-killed = ended by a signal: { $command }
lent-enter = Enter goes back to nashra
context-confirm = yes or no
action-yes = yes
bar-yes = yes
bar-no = no

## Saved views

context-view-picker = saved views
action-views = saved views
action-save-view = save this view under a name
action-remove-view = give up this saved view
bar-remove-view = remove
views-title = Saved views
view-save-this = save this view …
ask-view-name = save this view as:
view-saved = saved: “{ $name }” · { $views } lists the views
view-removed = removed: “{ $name }” · { $undo } takes it back
view-unknown = the view “{ $name }” cannot be read; save it again

## Reading again, what was told

action-refresh = look for what changed
action-messages = what was told so far
action-problems = what could not be read
refreshing = looking for what changed …
refresh-busy = the articles are being read already
refreshed =
    { $count ->
        [0] { $changed ->
            [0] nothing new
           *[other] { $changed } changed
        }
       *[other] { $changed ->
            [0] { $count } new
           *[other] { $count } new, { $changed } changed
        }
    }
state-importing = importing { $percent }% { $bar } { $time }
problems-none = everything could be read
bar-look = look at it
bar-open-it = open
saved-again = saved: your marks are on disk again

## Coach lines: each goes for good once its key was used

coach-read-on = { $read-on } reads on, article after article
coach-languages = { $lang-toggle-1 } shows one language, { $lang-all } all
coach-names = { $mention-next } walks the names
coach-copy = { $copy-paragraph } copies the paragraph

## The card of an article, more

info-tags = tags
card-per-month = per month
card-found-by = found by
card-certain = certain
card-uncertain = not always certain
rule-full-name = full name
rule-proclitic = name behind a particle
rule-suffix = name with an ending
rule-surname = surname

## A plain screen

plain-place = { $row } of { $count }
plain-unread = unread
plain-starred = starred
plain-comma = { ", " }
plain-before-title = { $facts }{ ": " }
plain-order = plain screen: the terminal itself orders right-to-left text
pages-told = TERM is dumb, so there are no panes: articles are shown a page at a time
pages-list = number: read it, Enter: more, q: leave
pages-list-last = number: read it, Enter: from the top, q: leave
pages-article = Enter: more, l: list, q: leave
pages-article-last = Enter: list, q: leave
pages-numbers = there are articles 1 to { $count }

## What a search that shows nothing may have meant

empty-meant-one = did you mean  { $first }
empty-meant-two = did you mean  { $first }, { $second }
empty-meant-three = did you mean  { $first }, { $second }, { $third }
empty-meant-complete = { $complete } takes { $first }
empty-meant-open = { $open } searches for { $first }

## A search that takes long

state-searching = … { $percent } %

## What can be set, and what is wrong with what was

setting-theme = colours; auto: by the terminal
setting-ui-lang = language of the interface; auto: by LANG
setting-digits = digits: those of the language (auto), or Latin
setting-measure = columns of the text; auto: by the script
setting-hints = keys in the bottom line
setting-mouse = the mouse
setting-list-cursor = mark of the row: at its start, or all of it
setting-terminal-mode = how right-to-left text is sent
setting-vowel-marks = vowel marks; auto: where they come out right
setting-low-bandwidth = send little; auto: where the line is slow
setting-plain = sentences in logical order, for screen readers
setting-alt-screen = a screen of its own, gone at the end
setting-now = { $name }: { $value }
setting-now-auto = { $name }: auto, now { $value }
setting-number = a number from { $least } to { $most }
command-set = change a setting until you leave
problem-setting = there is no setting “{ $name }”
problem-value = { $name } cannot be “{ $value }”
problem-nearest = did you mean “{ $name }”?
problem-can-be = it can be { $values }
problem-there-are = there are { $names }
problem-context = there is no place “{ $name }” for keys
problem-action = there is no action “{ $name }”
problem-actions = nashra man lists them, and none takes a key away
problem-key = there is no key “{ $name }”; write one such as j, G, ctrl-d, f1, pgdn, space
problem-key-empty = a key is missing; write one such as j, G, ctrl-d, f1, pgdn, space
problem-key-same = a terminal cannot tell “{ $name }” from another key; write { $other }
problem-bound = { $keys } is bound to { $first } and to { $second } in { $context }; take one away
problem-start = { $short } is the start of { $long } in { $context }: both cannot hold; take one away
problem-no-table = “{ $name }” stands in no table; write the place above it, such as [list]
problem-twice = “{ $name }” stands there twice; the first counts
problem-encoding = this is not UTF-8; save the file as UTF-8
problem-toml = this is not TOML: { $reason }
problem-unquoted = text needs quotes: "{ $value }"
problem-more-lines =
    { PLURAL($count) ->
        [one] neither is { $count } more line
       *[other] neither are { $count } more lines
    }
problem-unreadable = it cannot be read: { $reason }
problem-too-large = it is too large: { $count } KiB
problems-at-start =
    { PLURAL($count) ->
        [one] { $count } problem at the start · { $messages }
       *[other] { $count } problems at the start · { $messages }
    }

## Opening another corpus

command-open = open a file or a folder: open PATH
command-open-sample = the articles that come with nashra
command-open-path = Enter opens the file or the folder of this path
error-no-path = { $path }: there is no such file or folder
error-lend = the terminal cannot be left to a command

## Dates and amounts

highlights-all = colours: names; dates and amounts underlined
amounts = Dates, amounts
amounts-said = Dates and amounts: { $count }
