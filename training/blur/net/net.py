"""The network: convolutions over luma, then what of them is typical, what varies and what stands out."""

import torch
from torch import nn


def block(inputs, outputs, size, stride):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class BlurNet(nn.Module):
    """Luma, n x 1 x h x w, 0..255, to the log-odds of blurred, n."""

    def __init__(self, widths=(12, 32, 48, 64, 80, 96)):
        super().__init__()
        a, b, c, d, e, f = widths
        self.features = nn.Sequential(
            block(1, a, 5, 2),
            block(a, b, 3, 2),
            block(b, c, 3, 1),
            block(c, d, 3, 2),
            block(d, e, 3, 1),
            block(e, f, 3, 2),
        )
        self.head = nn.Sequential(nn.Dropout(0.2), nn.Linear(3 * f, 48), nn.ReLU(), nn.Linear(48, 1))

    def forward(self, luma):
        mean = luma.mean((2, 3), keepdim=True)
        contrast = ((luma - mean) ** 2).mean((2, 3), keepdim=True).sqrt()
        cells = self.features((luma - mean) / (contrast + 8)).flatten(2)
        typical = cells.mean(2)
        varies = ((cells - typical[..., None]) ** 2).mean(2).add(1e-6).sqrt()
        # the mean of what is over the mean, a top share that needs no sorting
        stands_out = torch.relu(cells - typical[..., None] - 1.5 * varies[..., None]).mean(2) * 10
        return self.head(torch.cat([typical, varies, stands_out], 1))[:, 0]
