"""The watch that the other browser tests keep can itself fail."""

from tests.browser.accessibility import violations
from tests.browser.visit import Visit

ELSEWHERE = "http://192.0.2.1/pixel.png"


def test_a_request_to_another_host_is_refused_and_noticed(desktop: Visit):
    desktop.open()
    desktop.page.evaluate("url => { new Image().src = url }", ELSEWHERE)
    desktop.page.evaluate("url => fetch(url).catch(() => {})", ELSEWHERE)
    desktop.page.wait_for_timeout(200)
    assert desktop.other_hosts()


def test_a_picture_without_words_is_noticed(desktop: Visit):
    desktop.open()
    desktop.page.evaluate("() => document.querySelector('h1').append(new Image(20, 20))")
    assert any("image-alt" in line for line in violations(desktop.page))


def test_a_page_wider_than_the_screen_is_noticed(phone: Visit):
    phone.open()
    phone.page.evaluate("() => { document.querySelector('h1').style.width = '900px' }")
    assert phone.overflow_px() > 0


def test_an_error_in_the_browser_is_noticed(desktop: Visit):
    desktop.open()
    desktop.page.evaluate("() => { setTimeout(() => { throw new Error('broken') }, 0) }")
    desktop.page.wait_for_timeout(100)
    assert desktop.failures
