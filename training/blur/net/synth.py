"""Blurred and clear pictures made from clear photos, each with how blurred it is.

Blur happens before the sensor: it is laid on linear light, with burnt-out highlights brighter than
white, and noise, sharpening and JPEG come after it. What a photographer means to be soft (background
behind a sharp subject) counts as clear.
"""

import cv2
import numpy as np

BORDER = cv2.BORDER_REFLECT_101


def shaken(rng, length):
    """Kernel of a hand shake: a path of uneven speed that bends, `length` pixels long."""
    steps = max(int(length * 4), 8)
    size = (int(np.ceil(length)) * 2 + 5) | 1
    angle = rng.uniform(0, 2 * np.pi)
    bend = rng.normal(0, 0.05 if rng.random() < 0.5 else 1.2) / steps * 2
    angles = angle + bend * np.arange(steps) + rng.normal(0, 0.02, steps).cumsum()
    points = np.stack([np.cos(angles), np.sin(angles)]).cumsum(1) * length / steps
    points -= points.mean(1, keepdims=True)
    time = np.ones(steps)
    if rng.random() < 0.6:
        time = np.convolve(rng.gamma(0.6, 1, steps), np.ones(5) / 5, "same") + 1e-3
    kernel = np.zeros((size, size), np.float32)
    at = points + size // 2
    low = np.floor(at).astype(int)
    part = at - low
    for dx in (0, 1):
        for dy in (0, 1):
            weight = (part[0] if dx else 1 - part[0]) * (part[1] if dy else 1 - part[1])
            x, y = low[0] + dx, low[1] + dy
            inside = (x >= 0) & (x < size) & (y >= 0) & (y < size)
            np.add.at(kernel, (y[inside], x[inside]), (weight * time)[inside])
    return kernel / kernel.sum()


def twice(rng, length):
    """Kernel of a hand that rested, slipped and rested again: what it saw stands there twice."""
    angle = rng.uniform(0, 2 * np.pi)
    size = (int(np.ceil(length)) + 4) | 1
    kernel = np.zeros((size, size), np.float32)
    centre = size / 2 - 0.5
    share = rng.uniform(0.3, 0.7)
    slip = rng.uniform(0, 0.5)
    for at, weight in [(-0.5, share), (0.5, 1 - share)] + [
        (t, slip / 12) for t in np.linspace(-0.5, 0.5, 12)
    ]:
        x = centre + at * length * np.cos(angle)
        y = centre + at * length * np.sin(angle)
        x0, y0 = int(x), int(y)
        for dx in (0, 1):
            for dy in (0, 1):
                part = (x - x0 if dx else 1 - x + x0) * (y - y0 if dy else 1 - y + y0)
                kernel[min(y0 + dy, size - 1), min(x0 + dx, size - 1)] += weight * part
    soft = gaussian(rng.uniform(0.4, 0.9))
    kernel = np.pad(kernel, soft.shape[0])
    kernel = cv2.filter2D(kernel, -1, soft, borderType=cv2.BORDER_CONSTANT)
    return kernel / kernel.sum()


def disc(radius):
    """Kernel of a lens out of focus."""
    size = int(np.ceil(radius)) * 2 + 1
    at = (np.arange(size * 4) + 0.5) / 4 - size / 2
    inside = (at[:, None] ** 2 + at[None] ** 2 <= radius * radius).astype(np.float32)
    kernel = inside.reshape(size, 4, size, 4).mean((1, 3))
    return kernel / kernel.sum()


def gaussian(sigma):
    line = cv2.getGaussianKernel(int(sigma * 6) | 1, sigma).astype(np.float32)
    return line @ line.T


def box(side):
    return np.full((side, side), 1 / side**2, np.float32)


def spread(kernel):
    """Largest standard deviation of a kernel over directions, in pixels."""
    size = kernel.shape[0]
    y, x = np.mgrid[:size, :size].astype(np.float64)
    mx, my = (kernel * x).sum(), (kernel * y).sum()
    cov = np.array(
        [
            [(kernel * (x - mx) ** 2).sum(), (kernel * (x - mx) * (y - my)).sum()],
            [0, (kernel * (y - my) ** 2).sum()],
        ]
    )
    cov[1, 0] = cov[0, 1]
    return float(np.sqrt(max(0, np.linalg.eigvalsh(cov)[1])))


def optical(picture, kernel, rng):
    """Convolves linear light; highlights may be brighter than the picture could hold."""
    light = np.power(picture.astype(np.float32) / 255, 2.2)
    if rng.random() < 0.5:
        light *= 1 + rng.uniform(0, 6) * np.clip((light - 0.85) / 0.15, 0, 1) ** 2
    light = cv2.filter2D(light, -1, kernel, borderType=BORDER)
    return np.power(np.clip(light, 0, 1), 1 / 2.2) * 255


def rolled(picture, rng, unit):
    """A camera that turns about a point while it moves: soft far from the point, sharper near it.

    Returns the picture and the mean standard deviation of the shift over it, in pixels.
    """
    h, w = picture.shape[:2]
    light = np.power(picture.astype(np.float32) / 255, 2.2)
    centre = (w * rng.uniform(0, 1), h * rng.uniform(0, 1))
    far = max(h, w) / 2
    turn = log_uniform(rng, 4, 30) * unit / far  # radians: arc in pixels over radius
    angle = rng.uniform(0, 2 * np.pi)
    move = rng.uniform(0, 6) * unit
    steps = int(np.clip(max(turn * far, move) * 1.5, 8, 40))
    times = np.linspace(-0.5, 0.5, steps)
    weights = np.ones(steps)
    if rng.random() < 0.6:
        weights = np.convolve(rng.gamma(0.6, 1, steps), np.ones(3) / 3, "same") + 1e-3
    weights /= weights.sum()
    total = np.zeros_like(light)
    mid = (weights * times).sum()
    deviation = np.sqrt((weights * (times - mid) ** 2).sum())
    for time, weight in zip(times, weights):
        matrix = cv2.getRotationMatrix2D(centre, np.degrees(turn * time), 1)
        matrix[:, 2] += move * time * np.array([np.cos(angle), np.sin(angle)])
        total += weight * cv2.warpAffine(light, matrix, (w, h), borderMode=BORDER)
    y, x = np.mgrid[0:h:8, 0:w:8]
    dx = -turn * (y - centre[1]) + move * np.cos(angle)
    dy = turn * (x - centre[0]) + move * np.sin(angle)
    shift = float(np.median(np.hypot(dx, dy))) * deviation
    return np.power(np.clip(total, 0, 1), 1 / 2.2) * 255, shift


def jpeg(picture, quality):
    ok, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])
    return cv2.imdecode(data, 1)


def log_uniform(rng, low, high):
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def kernel_for(rng, unit):
    kind = rng.choice(["gaussian", "box", "disc"] + ["motion"] * 4 + ["twice"])
    if kind == "gaussian":
        kernel = gaussian(log_uniform(rng, 0.7, 7) * unit)
    elif kind == "box":
        kernel = box(int(log_uniform(rng, 3, 25) * unit) | 1)
    elif kind == "disc":
        kernel = disc(log_uniform(rng, 1.4, 14) * unit)
    elif kind == "twice":
        kernel = twice(rng, log_uniform(rng, 2, 10) * unit)
    else:
        kernel = shaken(rng, log_uniform(rng, 2.5, 35) * unit)
        if rng.random() < 0.5:
            soft = gaussian(rng.uniform(0.4, 1.2) * unit)
            pad = soft.shape[0]
            kernel = cv2.filter2D(
                np.pad(kernel, pad), -1, soft, borderType=cv2.BORDER_CONSTANT
            )
    return kind, kernel / kernel.sum()


def spoilt(picture, rng, rolls=0.15):
    """A blurred copy, and how plainly so: 1 where a person would doubt, more is plainer.

    That is the standard deviation of the blur in pixels of a picture of 400 pixels, over 1.15; over
    0.85 for a shake, whose double edges show earlier.
    """
    h, w = picture.shape[:2]
    unit = max(h, w) / 400
    if rng.random() < rolls:
        blurred, shift = rolled(picture, rng, unit)
        return blurred, shift / unit / 0.85
    choice = rng.random()
    if choice < 0.12:
        factor = log_uniform(rng, 1.8, 8)
        small = cv2.resize(
            picture, (max(8, int(w / factor)), max(8, int(h / factor))), interpolation=cv2.INTER_AREA
        )
        if rng.random() < 0.5:
            small = jpeg(small, rng.uniform(50, 95))
        way = int(rng.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC, cv2.INTER_LANCZOS4]))
        return cv2.resize(small, (w, h), interpolation=way).astype(np.float32), factor * 0.4 / unit
    if choice < 0.18:
        noisy = np.clip(picture + rng.normal(0, rng.uniform(10, 35), picture.shape), 0, 255)
        strength = rng.uniform(2, 5)
        smooth = cv2.bilateralFilter(
            noisy.astype(np.uint8), 0, rng.uniform(60, 140), strength * unit
        )
        sigma = rng.uniform(0.9, 2)
        return cv2.GaussianBlur(smooth, (0, 0), sigma * unit).astype(np.float32), sigma / 1.15
    kind, kernel = kernel_for(rng, unit)
    blurred = optical(picture, kernel, rng)
    if kind == "motion" and rng.random() < 0.1:  # a moment of stillness within the shake
        share = rng.uniform(0.1, 0.35)
        blurred = share * picture.astype(np.float32) + (1 - share) * blurred
    shake = kind in ("motion", "twice")
    return blurred, spread(kernel) / unit / (0.85 if shake else 1.15)


def shallow(picture, mask, rng):
    """Sharp subject, soft background."""
    h, w = picture.shape[:2]
    if mask is None or rng.random() < 0.3:
        mask = np.zeros((h, w), np.float32)
        centre = (int(w * rng.uniform(0.3, 0.7)), int(h * rng.uniform(0.3, 0.7)))
        axes = (int(w * rng.uniform(0.15, 0.4)), int(h * rng.uniform(0.15, 0.4)))
        cv2.ellipse(mask, centre, axes, rng.uniform(0, 180), 0, 360, 1, -1)
    mask = cv2.GaussianBlur(mask, (0, 0), rng.uniform(1, 6))[..., None]
    soft = optical(picture, disc(log_uniform(rng, 2, 12) * max(h, w) / 400), rng)
    return picture * mask + soft * (1 - mask)


def taken(picture, rng):
    """What camera and service do after the lens: light, noise, smoothing, sharpening, JPEG."""
    x = picture.astype(np.float32)
    if rng.random() < 0.35:
        x = x * rng.uniform(0.25, 1)
    if rng.random() < 0.25:
        x = (x - 128) * rng.uniform(0.4, 1.35) + 128
    if rng.random() < 0.1:
        x = 255 * np.power(np.clip(x, 0, 255) / 255, rng.uniform(0.6, 1.6))
    if rng.random() < 0.45:
        grain = rng.normal(0, log_uniform(rng, 0.7, 9), x.shape[:2])
        if rng.random() < 0.4:
            grain = cv2.GaussianBlur(grain, (0, 0), rng.uniform(0.5, 1.2)) * 2
        x = x + grain[..., None] + rng.normal(0, 1, x.shape)
    x = np.clip(x, 0, 255).astype(np.uint8)
    if rng.random() < 0.15:
        x = cv2.bilateralFilter(x, 5, rng.uniform(10, 40), 3)
    if rng.random() < 0.3:
        soft = cv2.GaussianBlur(x, (0, 0), rng.uniform(0.7, 2.5))
        more = rng.uniform(0.3, 1.5)
        x = np.clip(x * (1 + more) - soft.astype(np.float32) * more, 0, 255).astype(np.uint8)
    if rng.random() < 0.7:
        x = jpeg(x, rng.uniform(35, 97))
    return x
