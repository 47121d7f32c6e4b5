//! The top line.

use super::paint::Painter;
use crate::view::View;

pub(super) fn draw(view: &View, painter: &mut Painter<'_>) {
    for piece in view.bar() {
        painter.label(piece.area, &piece.text, piece.role);
    }
}
