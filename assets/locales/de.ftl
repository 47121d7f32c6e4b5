# Die Oberfläche auf Deutsch. Wie die Dateien gebaut sind, steht in en.ftl.

number-thousands = { $count }k
date-day = { $day }. { $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember

## Orte und Überschriften der Hilfe

context-always = überall
context-global = alle Bereiche
context-list = Liste
context-reader = Artikel
context-names = Namen
context-prompt = Eingabe
context-picker = Auswahl
context-lang-picker = Sprachen
context-help = Tasten
group-move = Bewegen
group-read = Lesen
group-filter = Filtern
group-names = Namen
group-take = Mitnehmen
group-program = Programm

## Was Tasten tun, die sich eine Zeile der Hilfe teilen

keys-pane = nächster, voriger Bereich
keys-pane-side = Bereich auf dieser Seite
keys-article = nächster, voriger Artikel
keys-hit = nächster, voriger Treffer oder ungelesener
keys-lang = eine Sprache an oder aus; alle
keys-sort = sortieren: Datum, Titel, Quelle, Sprache, Wörter, Treffergüte
keys-row = Zeile
keys-line = Zeile
keys-page = Seite
keys-half = halbe Seite
keys-ends = Anfang, Ende
keys-paragraph = Absatz
keys-measure = breiter, schmaler, eigene Breite
keys-mention = nächster, voriger Name
keys-same = dieser Name: nächste, vorige Stelle
keys-result = durch die Ergebnisse
keys-history = frühere, spätere Suche
keys-caret-ends = Anfang, Ende der Eingabe
keys-caret = Schreibmarke
keys-delete = ein Zeichen löschen
keys-delete-rest = bis zum Anfang, bis zum Ende löschen

## Was jede Aktion tut

action-help = Tasten dieses Bereichs
action-palette = jeder Befehl beim Namen
action-search = suchen; im Artikel zuerst dort
action-next-hit = nächster Treffer, sonst nächster ungelesener
action-prev-hit = voriger Treffer, sonst voriger ungelesener
action-lang-toggle = diese Sprache zeigen oder verbergen
action-lang-all = alle Sprachen
action-lang-picker = Sprachen wählen
action-pane-next = nächster Bereich
action-pane-prev = voriger Bereich
action-pane-left = Bereich links
action-pane-right = Bereich rechts
action-back = einen Schritt zurück
action-cancel = Angefangenes verwerfen
action-again = vor zur eben verlassenen Ansicht
action-quit = sofort beenden
action-interrupt = anhalten; zweimal beendet
action-next-article = nächster Artikel
action-prev-article = voriger Artikel
action-toggle-read = gelesen oder ungelesen
action-view-read = die ganze Ansicht als gelesen markieren
action-toggle-star = Stern
action-undo = zurücknehmen
action-redo = wiederholen
action-sort-date = nach Datum sortieren
action-sort-title = nach Titel sortieren
action-sort-source = nach Quelle sortieren
action-sort-language = nach Sprache sortieren
action-sort-words = nach Wörterzahl sortieren
action-unread-only = Gelesenes verbergen oder zeigen
action-highlights = Namen einfärben; dazu Daten und Beträge; nichts
action-zen = nur der Artikel
action-info = alles über diesen Artikel
action-theme-next = nächstes Farbschema
action-mouse-toggle = Maus an oder aus
action-redraw = Bildschirm neu zeichnen
action-suspend = unterbrechen
action-down = eins nach unten
action-up = eins nach oben
action-page-down = Seite nach unten
action-page-up = Seite nach oben
action-half-down = halbe Seite nach unten
action-half-up = halbe Seite nach oben
action-top = Anfang
action-bottom = Ende
action-open = lesen
action-read-on = weiterlesen, Artikel für Artikel
action-para-prev = voriger Absatz
action-para-next = nächster Absatz
action-mention-next = nächster Name
action-mention-prev = voriger Name
action-same-next = dieser Name, nächste Stelle
action-same-prev = dieser Name, vorige Stelle
action-card-or-line = Karte des Namens, sonst eine Zeile weiter
action-furniture = Beiwerk der Seite zeigen oder falten
action-wider = breiterer Text
action-narrower = schmalerer Text
action-measure-reset = eigene Breite des Textes
action-only = nur Artikel mit diesem Namen
action-add = auch mit diesem Namen
action-leave-out = ohne diesen Eintrag
action-card = Karte des Namens
action-accept = übernehmen
action-result-prev = voriges Ergebnis
action-result-next = nächstes Ergebnis
action-history-prev = frühere Suche
action-history-next = spätere Suche
action-complete = das Wort ergänzen, sonst den Vorschlag nehmen
action-scope = dieser Artikel oder die ganze Ansicht
action-caret-start = Anfang der Eingabe
action-caret-end = Ende der Eingabe
action-caret-left = eins nach links
action-caret-right = eins nach rechts
action-delete-before = vor der Schreibmarke löschen
action-delete-after = nach der Schreibmarke löschen
action-delete-word = das Wort löschen
action-delete-to-start = bis zum Anfang löschen
action-delete-to-end = bis zum Ende löschen
action-pick-toggle = wählen oder abwählen
action-filter = eine Taste oder ein Wort suchen
action-set-key = dieser Sprache diese Taste geben

## Kurze Bezeichnungen in der unteren Zeile und in Menüs

bar-help = Tasten
bar-search = Suche
bar-open = lesen
bar-read-on = weiterlesen
bar-page-down = Seite
bar-mention-next = Namen
bar-only = nur dieser Name
bar-add = dazu
bar-leave-out = ohne
bar-card = Karte
bar-accept = behalten
bar-cancel = verlassen
bar-scope = Artikel oder Ansicht
bar-filter = filtern
bar-run = ausführen
bar-close = schließen
bar-sort-date = Datum
bar-sort-title = Titel
bar-sort-source = Quelle
bar-sort-language = Sprache
bar-sort-words = Wörter
menu-sort = sortieren nach

## Tasten, die in anderen Programmen etwas bedeuten

hint-half-page = eine halbe Seite ist { $half-down }; gelesen ist { $toggle-read }
hint-view-read = { $view-read } markiert die ganze Ansicht als gelesen
hint-previous = { $prev-hit } geht zum vorigen ungelesenen
hint-filters = { $lang-toggle-1 } zeigt eine Sprache, { $unread-only } verbirgt Gelesenes, { $search } sucht
hint-refresh = { $refresh } sieht nach, was sich geändert hat
hint-story = dieselbe Meldung in anderen Sprachen hat diese Version nicht
hint-correct = Namen berichtigen kann diese Version nicht

## Bereiche, Pfad, untere Zeile

pane-list = Liste
pane-reader = Artikel
pane-names = Namen
pane-info = Über den Artikel
crumb-sample = Beispiel
crumb-search = Suche
crumb-search-for = „{ $query }“
chip-all = alle
chip-more = +{ $count } Spr.
chip-unread-only = nur ungelesene
state-article = Artikel { $place }
state-unread = ungelesen { $count }
state-sorted = nach { $key }
state-sorted-reversed = nach { $key }, umgekehrt
progress-top = Anfang
progress-end = Ende
progress-percent = { $percent } %
too-small = zu klein (nötig: { $columns }x{ $rows })

## Der Artikel

words =
    { PLURAL($count) ->
        [one] { $count } Wort
       *[other] { $count } Wörter
    }
furniture-folded =
    { PLURAL($count) ->
        [one] ⋯ { $count } Zeile Beiwerk · { $furniture } zeigt sie
       *[other] ⋯ { $count } Zeilen Beiwerk · { $furniture } zeigt sie
    }
language-unknown = nicht bekannt
end-next-unread = Ende · { $page-down }: nächster ungelesener: { $title }
end-no-unread = Ende · nichts Ungelesenes mehr

## Namen

kind-person = Person
kind-place = Ort
kind-organisation = Organisation
heading-people = Personen
heading-places = Orte
heading-organisations = Organisationen
names-none = Hier wurden keine Namen gefunden.
gloss-here = { $count } hier
articles = { $count } Artikel
card-often-with = oft mit
without-name = ohne { $name }

## Die Karte eines Artikels

info-title = Titel
info-source = Quelle
info-date = Datum
info-language = Sprache
info-script = Schrift
info-words = Wörter
info-address = Adresse
info-file = Datei
info-line = { $file }, Zeile { $line }
info-id = Kennung
info-confidence = zu { $percent } % sicher
info-title-field = aus einem Feld der Quelle
info-title-line = aus einer Zeile des Textes
info-title-sentence = der erste Satz, gekürzt; der Text hat keinen Titel
info-title-file = der Name der Datei; der Text hat keine Wörter
info-yes = ja
info-no = nein
info-read = gelesen
info-starred = Stern

## Suchen

search-found =
    { $count ->
        [0] nichts gefunden
       *[other] { $count } gefunden
    }
search-in-article = dieser Artikel
search-in-view = alle Artikel
search-in-part = bisher gelesen: { $percent } %
search-hits = { $count } Treffer
search-wrapped-down = letzter Treffer: wieder von oben
search-wrapped-up = erster Treffer: wieder von unten
search-no-more = keine Treffer mehr
no-more-unread = nichts Ungelesenes mehr
palette-none = so heißt kein Befehl
unknown-command = es gibt keinen Befehl „{ $name }“; { $palette } zeigt alle

## Nichts zu zeigen

empty-corpus = Hier sind keine Artikel.
empty-corpus-sample = nashra ohne Pfad öffnet das Beispiel.
empty-language = Auf { $language } passt nichts.
empty-view = Nichts passt.
empty-unread = Hier ist alles gelesen.
empty-elsewhere = { $count } in anderen Sprachen
empty-all-languages = { $lang-all } zeigt sie
empty-all-read = { $unread-only } zeigt Gelesenes
empty-back = { $cancel } verwirft die Suche
reader-empty = Kein Artikel ist geöffnet.

## Sprachen wählen, Hilfe

languages-title = Sprachen
languages-narrow = tippen grenzt ein
languages-key-set = { $language } hat jetzt die Taste { $key }
languages-none = so heißt keine Sprache
help-title = Tasten
help-none = das tut keine Taste

## Meldungen

again-leaves = noch einmal { $back } beendet
interrupt-leaves = noch einmal { $interrupt } beendet
stopped = angehalten
marked-read =
    { $count ->
        [0] hier war nichts ungelesen
       *[other] { $count } als gelesen markiert · { $undo } nimmt es zurück
    }
undo-nothing = nichts zurückzunehmen
redo-nothing = nichts zu wiederholen
again-nothing = nach vorn geht es nirgendwohin
last-article = das ist der letzte Artikel
first-article = das ist der erste Artikel
name-none-under-cursor = hier steht kein Name; { $mention-next } geht zum nächsten
name-no-more = hier sind keine Namen mehr
furniture-none = hier ist kein Beiwerk
highlights-names = Farben: Namen
highlights-off = Farben: aus
theme-now = Farbschema: { $theme }
mouse-on = Maus an; Umschalt und Ziehen wählt Text
mouse-off = Maus aus
mouse-drag = Umschalt und Ziehen wählt Text; { $mouse-toggle } schaltet die Maus aus
measure-now = Text { $columns } breit
paste-ignored = Eingefügtes wird verworfen; in { $search } eingefügt wird danach gesucht
opened = { $count } Artikel
languages-count =
    { PLURAL($count) ->
        [one] { $count } Sprache
       *[other] { $count } Sprachen
    }
skipped = { $count } übersprungen
problems = Probleme
messages = Meldungen
reading = { $count } gelesen …
lost-article = der zuletzt gelesene Artikel ist nicht mehr da

## Hinweise für den Anfang: jeder geht für immer, wenn seine Taste benutzt wurde

## Was schiefgeht

error-no-home = es gibt keinen Heimordner; NASHRA_DATA_DIR kann einen nennen
error-store = nicht gesichert: { $problem } (Markierungen bleiben im Speicher)
store-locked = ein anderes nashra benutzt die Bibliothek
store-full = der Datenträger ist voll
store-read-only = { $path } ist nicht beschreibbar; NASHRA_DATA_DIR nennt einen anderen Ort
store-corrupt = { $path } ist beschädigt; wird es weggeräumt, entsteht ein neues
store-newer = { $path } stammt von einem neueren nashra; bitte jenes benutzen
store-foreign = { $path } ist keine Bibliothek von nashra; bitte wegräumen
store-input-output = { $path } ist nicht benutzbar: { $reason }

## Namen der Ansicht, Treffer, Anfragen, kurze Daten

action-sort-relevance = nach Treffergüte ordnen
action-names-view = Namen der ganzen Ansicht
bar-sort-relevance = Treffergüte
names-of-view = ganze Ansicht
state-hit = Treffer { $place }
state-hits = Treffer { $total }
state-reading = lese { $percent } %
query-no-language = keine Sprache „{ $name }“; übergangen.
query-no-field = kein Feld „{ $name }:“; übergangen.
query-no-state = is: kennt „{ $name }“ nicht; übergangen.
query-no-value = nichts nach „{ $name }:“; übergangen.
query-meaning = { $meaning } ist { $text }
query-try = Versuchen Sie { $text }
date-short = { $day } { $month }
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mär
month-short-4 = Apr
month-short-5 = Mai
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Okt
month-short-11 = Nov
month-short-12 = Dez

## Senden an das Terminal

action-term-mode = Text von rechts nach links anders senden
action-term-mode-auto = das Senden von rechts nach links nashra überlassen
action-calibrate = rechts nach links: nach Augenschein klären
action-low-bandwidth = so wenig wie möglich senden, oder nicht
action-fits = die Zeile, die passt
context-calibration = rechts nach links
terminal-mode-now = rechts nach links: { $mode } ({ $place }) · { $term-mode } weiter · { $calibrate } fragt
terminal-mode-auto = rechts nach links: wie nashra es findet
terminal-guess = { $calibrate }, wenn Linksläufiges falsch aussieht
slow-line = langsame Leitung: es wird weniger gesendet · { $command }
low-bandwidth-on = es wird weniger gesendet
low-bandwidth-off = es wird wieder alles gesendet
state-low-bandwidth = langsam
calibrate-title = Text von rechts nach links in diesem Terminal
calibrate-question = Welche Zeile zeigt dies zweimal, beide Striche am Platz?
calibrate-answer = Die erste, die passt: 1 bis 4 · 5 Kästchen oder nichts statt Buchstaben · 6 keine · { $cancel } lässt es, wie es ist
calibrate-answer-short = 1 bis 4 passt · 5 Kästchen · 6 keine · { $cancel }
calibrate-fonts = Kästchen heißen: der Schrift fehlt Arabisch. DejaVu Sans Mono oder eine Noto-Schrift hat es. Hier sind hebräische Buchstaben.
calibrate-leave = es lassen, wie es ist
calibrate-done = rechts nach links: { $mode }, ab jetzt in diesem Terminal
calibrate-none = es bleibt bei { $mode }; nashra doctor sagt, was über das Terminal bekannt ist
locale-encoding = { $name } ist nicht UTF-8: sehen Buchstaben falsch aus, hilft LANG=C.UTF-8

## Marken und Schlagwörter mehrerer Artikel, zurückgenommen und wiederholt

action-tag = Schlagwörter geben oder nehmen
action-range = Bereich der Liste wählen
ask-tags = Schlagwörter (- nimmt weg):
tagged =
    { $count ->
        [0] kein Schlagwort geändert
        [1] Schlagwort gegeben · { $undo } nimmt es zurück
       *[other] { $count } mit Schlagwort · { $undo } nimmt es zurück
    }
marked-unread = { $count } wieder ungelesen · { $undo } nimmt es zurück
marked-starred = { $count } mit Stern · { $undo } nimmt es zurück
marked-unstarred = { $count } Sterne entfernt · { $undo } nimmt es zurück
again-read = wieder gelesen: { $count }
again-unread = wieder ungelesen: { $count }
again-starred = wieder mit Stern: { $count }
again-unstarred = Sterne entfernt: { $count }
again-tags = Schlagwörter geändert: { $count }
again-hotkeys = Tasten der Sprachen geändert
again-view-saved = die Ansicht „{ $name }“ ist wieder da
again-view-removed = die Ansicht „{ $name }“ ist weg
state-range = Bereich { $count }

## Mitnehmen

keys-copy = Link, Titel, Absatz, Artikel, Namen, Zitat kopieren
keys-link = Link öffnen; unter den Links wählen
action-copy-link = den Link kopieren
action-copy-title = den Titel kopieren
action-copy-paragraph = den Absatz kopieren
action-copy-article = den Artikel kopieren
action-copy-name = den Namen kopieren
action-copy-citation = Titel, Quelle, Datum und Link kopieren
action-open-link = den Link öffnen
action-link-picker = unter den Links wählen
action-pipe = an einen Befehl geben
action-write = in eine Datei schreiben
bar-copy-link = Link
bar-copy-title = Titel
bar-copy-paragraph = Absatz
bar-copy-article = Artikel
bar-copy-name = Name
bar-copy-citation = Zitat
bar-copy = kopieren
bar-done = fertig
menu-copy = kopieren:
copied = { $what } in die Zwischenablage des Terminals kopiert (OSC 52)
copied-tmux = { $what } an tmux gegeben, das es weiterreicht
copied-perhaps = { $what } gesendet, vielleicht vergebens: { $write } schreibt eine Datei
copied-tmux-perhaps = { $what }: bei tmux; seine Option set-clipboard reicht es weiter
copied-link = der Link
copy-no-link = dieser Artikel hat keinen Link
copy-nothing = hier ist nichts zu kopieren
copy-too-long = das ist zu lang für eine Zwischenablage: { $write } schreibt eine Datei
ask-file = schreiben in:
ask-command = geben an:
written = geschrieben: { $path }
confirm-write-over = { $path } gibt es schon: überschreiben?
confirm-open-links = { $count } Links öffnen?
not-done = bleibt, wie es ist
error-write = { $path } lässt sich nicht schreiben: { $reason }
error-open-link = { $link } öffnet sich nicht: { $reason }; { $copy-link } kopiert ihn
links-title = Links
links-none = keine Links hier
links-opened =
    { PLURAL($count) ->
        [one] Link geöffnet
       *[other] { $count } Links geöffnet
    }
piped = fertig: { $command }
piped-failed = Endstatus { $status }: { $command }
piped-killed = durch ein Signal beendet: { $command }
lent-enter = Enter führt zurück zu nashra
context-confirm = ja oder nein
action-yes = ja
bar-yes = ja
bar-no = nein

## Gespeicherte Ansichten

context-view-picker = gespeicherte Ansichten
action-views = gespeicherte Ansichten
action-save-view = diese Ansicht unter einem Namen speichern
action-remove-view = diese gespeicherte Ansicht aufgeben
bar-remove-view = entfernen
views-title = Gespeicherte Ansichten
view-save-this = diese Ansicht speichern …
ask-view-name = Ansicht speichern als:
view-saved = gespeichert: „{ $name }“ · { $views } zeigt die Ansichten
view-removed = entfernt: „{ $name }“ · { $undo } nimmt es zurück
view-unknown = die Ansicht „{ $name }“ ist nicht lesbar; noch einmal speichern

## Neu einlesen, was gesagt wurde

action-refresh = nachsehen, was sich geändert hat
action-messages = was bisher gesagt wurde
action-problems = was nicht lesbar war
refreshing = sieht nach, was sich geändert hat …
refresh-busy = die Artikel werden schon gelesen
refreshed =
    { $count ->
        [0] { $changed ->
            [0] nichts Neues
           *[other] { $changed } geändert
        }
       *[other] { $changed ->
            [0] { $count } neu
           *[other] { $count } neu, { $changed } geändert
        }
    }
state-importing = liest ein { $percent } % { $bar } { $time }
problems-none = alles war lesbar
bar-look = ansehen
bar-open-it = öffnen
saved-again = gespeichert: Ihre Marken sind wieder auf der Platte

## Ratschläge: jeder verschwindet, sobald seine Taste benutzt wurde

coach-read-on = { $read-on } liest weiter, Artikel um Artikel
coach-languages = { $lang-toggle-1 } zeigt eine Sprache, { $lang-all } alle
coach-names = { $mention-next } geht durch die Namen
coach-copy = { $copy-paragraph } kopiert den Absatz

## Die Karte eines Artikels, mehr

info-tags = Schlagwörter
card-per-month = im Monat
card-found-by = gefunden durch
card-certain = sicher
card-uncertain = nicht immer sicher
rule-full-name = vollen Namen
rule-proclitic = Namen hinter einer Vorsilbe
rule-suffix = Namen mit Endung
rule-surname = Nachnamen

## Ein schlichter Bildschirm

plain-place = { $row } von { $count }
plain-unread = ungelesen
plain-starred = mit Stern
plain-comma = { ", " }
plain-before-title = { $facts }{ ": " }
plain-order = schlichter Bildschirm: das Terminal ordnet Text von rechts nach links selbst
pages-told = TERM ist dumb, also gibt es keine Fenster: Artikel erscheinen Seite für Seite
pages-list = Nummer: lesen, Enter: weiter, q: verlassen
pages-list-last = Nummer: lesen, Enter: von vorn, q: verlassen
pages-article = Enter: weiter, l: Liste, q: verlassen
pages-article-last = Enter: Liste, q: verlassen
pages-numbers = es gibt die Artikel 1 bis { $count }

## Was eine Suche, die nichts zeigt, gemeint haben kann

empty-meant-one = meinten Sie  { $first }
empty-meant-two = meinten Sie  { $first }, { $second }
empty-meant-three = meinten Sie  { $first }, { $second }, { $third }
empty-meant-complete = { $complete } übernimmt { $first }
empty-meant-open = { $open } sucht nach { $first }

## A search that takes long

state-searching = … { $percent } %

## Was sich einstellen lässt, und was daran nicht stimmt

setting-theme = Farben; auto: nach dem Terminal
setting-ui-lang = Sprache der Oberfläche; auto: nach LANG
setting-digits = Ziffern: die der Sprache (auto) oder lateinische
setting-measure = Spalten des Textes; auto: nach der Schrift
setting-hints = Tasten in der untersten Zeile
setting-mouse = die Maus
setting-list-cursor = Marke der Zeile: nur am Anfang oder ganz
setting-terminal-mode = wie Text von rechts nach links gesendet wird
setting-vowel-marks = Vokalzeichen; auto: wo sie richtig stehen
setting-low-bandwidth = wenig senden; auto: wo die Leitung langsam ist
setting-plain = Sätze in logischer Reihenfolge, zum Vorlesen
setting-alt-screen = eigener Bildschirm, am Ende wieder fort
setting-now = { $name }: { $value }
setting-now-auto = { $name }: auto, zurzeit { $value }
setting-number = eine Zahl von { $least } bis { $most }
command-set = eine Einstellung bis zum Verlassen ändern
problem-setting = die Einstellung „{ $name }“ gibt es nicht
problem-value = { $name } kann nicht „{ $value }“ sein
problem-nearest = war „{ $name }“ gemeint?
problem-can-be = möglich: { $values }
problem-there-are = es gibt { $names }
problem-context = einen Ort „{ $name }“ für Tasten gibt es nicht
problem-action = die Aktion „{ $name }“ gibt es nicht
problem-actions = nashra man zählt sie auf, und none nimmt eine Taste weg
problem-key = die Taste „{ $name }“ gibt es nicht; schreib zum Beispiel j, G, ctrl-d, f1, pgdn, space
problem-key-empty = hier fehlt eine Taste; schreib zum Beispiel j, G, ctrl-d, f1, pgdn, space
problem-key-same = ein Terminal kann „{ $name }“ nicht von einer anderen Taste unterscheiden; schreib { $other }
problem-bound = { $keys } ist in { $context } mit { $first } und mit { $second } belegt; nimm eines weg
problem-start = { $short } ist in { $context } der Anfang von { $long }: beides zugleich geht nicht; nimm eines weg
problem-no-table = „{ $name }“ steht in keiner Tabelle; schreib den Ort darüber, etwa [list]
problem-twice = „{ $name }“ steht zweimal da; das erste gilt
problem-encoding = das ist kein UTF-8; speichere die Datei als UTF-8
problem-toml = das ist kein TOML: { $reason }
problem-unquoted = Text braucht Anführungszeichen: "{ $value }"
problem-more-lines =
    { PLURAL($count) ->
        [one] { $count } weitere Zeile auch nicht
       *[other] { $count } weitere Zeilen auch nicht
    }
problem-unreadable = nicht lesbar: { $reason }
problem-too-large = zu groß: { $count } KiB
problems-at-start =
    { PLURAL($count) ->
        [one] { $count } Problem beim Start · { $messages }
       *[other] { $count } Probleme beim Start · { $messages }
    }

## Einen anderen Korpus öffnen

command-open = Datei oder Ordner öffnen: open PFAD
command-open-sample = die Artikel, die mit nashra kommen
command-open-path = Enter öffnet die Datei oder den Ordner dieses Pfads
error-no-path = { $path }: diese Datei, diesen Ordner gibt es nicht
error-lend = das Terminal lässt sich keinem Befehl überlassen

## Dates and amounts

highlights-all = Farben: Namen; Daten und Beträge unterstrichen
amounts = Daten, Beträge
amounts-said = Daten und Beträge: { $count }
